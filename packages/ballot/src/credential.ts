import { isBallotKeyNumber } from './ballot-key.ts';
import { blindMessage, drawn, prefixBytes, prepareMessage, unblind } from './blind-signature.ts';
import type { BallotTools, Blinded } from './blind-signature.ts';
import { joinBytes } from './byte-strings.ts';
import type { Bytes } from './byte-strings.ts';
import { groupKeyBits, importGroupKey } from './group-key.ts';
import type { GroupKey } from './group-key.ts';
import { saltBytes } from './pss-encoding.ts';

/** A credential, a blinded number and the signature on it: as long as a group's key. */
export const credentialBytes = groupKeyBits / 8;

/** What a device keeps from asking for a credential until it has it. `blinded` alone goes over the line. */
export interface BlindedNumber extends Blinded {
  readonly groupKey: GroupKey;
  readonly prefix: Bytes;
}

/** A credential as it goes with a ballot: a plain RSASSA-PSS signature (SHA-384, salt of 48 bytes) over prefix ‖ number. */
export interface Credential {
  readonly number: Uint8Array;
  readonly prefix: Uint8Array;
  readonly credential: Uint8Array;
}

/**
 * Hides a ballot's number, so that the server can sign it for this group without seeing it. Chance is asked for in a
 * fixed order (prefix of 32 bytes, salt of 48, then tries of 256), so the same chance gives the same request again.
 * A number that isn't one is a RangeError, a key that isn't a group's a TypeError.
 */
export async function blindNumber(
  tools: BallotTools,
  groupKeySpki: Uint8Array,
  number: Uint8Array,
): Promise<BlindedNumber> {
  if (!isBallotKeyNumber(number)) throw new RangeError('this is no number of a ballot');
  const groupKey = await importGroupKey(tools.subtle, groupKeySpki);
  const prefix = joinBytes(drawn(tools.randomBytes, prefixBytes));
  return { groupKey, prefix, ...(await blindMessage(tools, groupKey.numbers, prepareMessage(prefix, number))) };
}

/** The credential out of the server's signature; undefined when the server signed something else, or with another key. */
export async function finishCredential(
  subtle: SubtleCrypto,
  number: Uint8Array,
  { groupKey, prefix, inverse }: Pick<BlindedNumber, 'groupKey' | 'prefix' | 'inverse'>,
  signature: Uint8Array,
): Promise<Bytes | undefined> {
  if (signature.length !== credentialBytes) return undefined;
  const credential = unblind(groupKey.numbers, signature, inverse);
  return (await verifyCredential(subtle, groupKey.key, { number, prefix, credential })) ? credential : undefined;
}

/** Whether this credential says that a ballot with this number may come from the group of this key. */
export async function verifyCredential(
  subtle: SubtleCrypto,
  groupKey: CryptoKey,
  { number, prefix, credential }: Credential,
): Promise<boolean> {
  if (!isBallotKeyNumber(number) || prefix.length !== prefixBytes || credential.length !== credentialBytes)
    return false;
  const algorithm = { name: 'RSA-PSS', saltLength: saltBytes };
  return subtle.verify(algorithm, groupKey, joinBytes(credential), prepareMessage(prefix, number));
}
