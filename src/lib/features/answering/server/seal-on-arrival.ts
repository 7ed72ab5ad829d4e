import { createECDH, createHash, createPrivateKey, randomBytes, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { prefixBytes, sealWith, signedText } from '@lerend/ballot';
import type { BallotKind, ReceivedBallot } from '@lerend/ballot';
import { signNumber } from '#lib/features/manifest/server/index.ts';
import type { Secrets } from '#lib/platform/secrets/index.ts';
import { nodeSealer } from './node-hpke.ts';

const curve = 'prime256v1';

export interface ToSealOnArrival {
  readonly scanId: string;
  /** The group, and the key that signs for it; for the words no group. */
  readonly groupId: string | null;
  readonly signer: KeyObject;
  /** What the page was given for its form: who has it can replace the ballot, and nobody else. It is stored nowhere. */
  readonly pageNumber: string;
  readonly openingKey: Uint8Array;
  readonly payload: Uint8Array;
}

export interface ArrivalKey {
  readonly number: Uint8Array;
  readonly privateKey: KeyObject;
  /** From where its versions count. */
  readonly start: number;
}

const startBytes = 3;

/** Eight digits, as on the way with script. */
const lowestStart = 10_000_000;

/**
 * The ballot key of a form without script: always the same one for the same page, so that a form which is sent twice
 * counts once. Without the installation's secret nobody can say which number belongs to which page. The ballot and the words
 * count from places that only the secret gives: counted from one, whoever sends three times would stand at three with both.
 */
export function arrivalKey(
  secrets: Secrets,
  { scanId, groupId, pageNumber }: Omit<ToSealOnArrival, 'payload' | 'signer' | 'openingKey'>,
): ArrivalKey {
  const ecdh = createECDH(curve);
  for (let attempt = 0; ; attempt++) {
    const parts = [scanId, groupId === null ? 'words' : 'ballot', pageNumber, attempt].join('|');
    const scalar = secrets.digest('arrival-ballot', parts);
    try {
      ecdh.setPrivateKey(scalar);
    } catch {
      // One in 2³² is no number of the curve: the next one.
      continue;
    }
    const point = ecdh.getPublicKey();
    const text = (from: number, to: number): string => point.subarray(from, to).toString('base64url');
    const jwk = { kty: 'EC', crv: 'P-256', x: text(1, 33), y: text(33, 65), d: scalar.toString('base64url') };
    const start = lowestStart + secrets.digest('arrival-counter', parts).readUIntBE(0, startBytes);
    return { number: new Uint8Array(point), privateKey: createPrivateKey({ key: jwk, format: 'jwk' }), start };
  }
}

/** A form without script as a ballot like any other, but for the one that says who sealed it. */
export async function sealOnArrival(
  { number, privateKey }: ArrivalKey,
  { scanId, groupId, signer, openingKey, payload }: ToSealOnArrival,
  counter: number,
): Promise<ReceivedBallot> {
  const kind: BallotKind = groupId === null ? 'words' : 'ballot';
  const place = { kind, scanId, groupId, number, counter };
  const prefix = new Uint8Array(randomBytes(prefixBytes));
  const sealed = await sealWith(nodeSealer(openingKey), place, payload);
  const text = signedText(place, createHash('sha256').update(sealed).digest());
  return {
    groupId,
    number,
    prefix,
    credential: signNumber(signer, Buffer.concat([prefix, number])),
    counter,
    sealed,
    signature: new Uint8Array(sign('sha256', text, { key: privateKey, dsaEncoding: 'ieee-p1363' })),
    sealedOn: 'arrival',
  };
}
