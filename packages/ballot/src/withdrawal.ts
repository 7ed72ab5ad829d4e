import { privateScalar } from './ballot-key.ts';
import { isZeroFrom, joinBytes, sha256, textBytes } from './byte-strings.ts';
import type { Bytes } from './byte-strings.ts';
import { payloadBytes } from './encode-ballot.ts';

/** What stands where a filled-in ballot has its version. */
const withdrawalMark = 2;
const secretBytes = 32;
const label = textBytes('lerend withdrawal v1');

/**
 * The payload that withdraws: a ballot like any other from outside, of the same length, that says inside that its number
 * takes part no longer. `secret`: what only the holder of the ballot's key knows; a count publishes its hash. Other than
 * 32 bytes is a RangeError.
 */
export function encodeWithdrawal(secret: Uint8Array): Bytes {
  if (secret.length !== secretBytes) throw new RangeError(`a withdrawal has a secret of ${secretBytes} bytes`);
  const payload = new Uint8Array(payloadBytes);
  payload.set([withdrawalMark]);
  payload.set(secret, 1);
  return payload;
}

/** The secret in a payload that withdraws; undefined when it is none, to the byte. */
function withdrawalIn(payload: Uint8Array): Uint8Array | undefined {
  const isOne =
    payload.length === payloadBytes && payload[0] === withdrawalMark && isZeroFrom(payload, 1 + secretBytes);
  return isOne ? payload.subarray(1, 1 + secretBytes) : undefined;
}

/** The secret of a ballot's key: always the same one, so that its holder finds it back without having kept it. */
export async function withdrawalSecret(subtle: SubtleCrypto, privateKey: Uint8Array): Promise<Bytes> {
  return sha256(subtle, joinBytes(label, await privateScalar(subtle, privateKey)));
}

/**
 * Withdrawn ballots set apart from those that still stand. Nothing else may be made of the withdrawn ones than the list
 * of numbers and the proofs: they count nowhere.
 */
export function setWithdrawnApart<Unsealed extends { readonly payload: Uint8Array }>(
  unsealed: readonly Unsealed[],
): { readonly standing: readonly Unsealed[]; readonly withdrawn: readonly (Unsealed & Withdrawn)[] } {
  const standing: Unsealed[] = [];
  const withdrawn: (Unsealed & Withdrawn)[] = [];
  for (const ballot of unsealed) {
    const secret = withdrawalIn(ballot.payload);
    if (secret) withdrawn.push({ ...ballot, secret });
    else standing.push(ballot);
  }
  return { standing, withdrawn };
}

export interface Withdrawn {
  readonly secret: Uint8Array;
}
