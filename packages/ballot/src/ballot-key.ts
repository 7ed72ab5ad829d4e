import type { Bytes } from './byte-strings.ts';

const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** The number of a sealed ballot: its public key on P-256 as an uncompressed point. */
export const ballotKeyNumberBytes = 65;

const uncompressedPoint = 4;

/** A key of one ballot, made on the respondent's device: who holds it may replace the ballot until closing. */
export interface BallotKey {
  /** The public half; it goes with the ballot. */
  readonly number: Bytes;
  /** The private half, PKCS #8: it stays on the device. */
  readonly privateKey: Bytes;
}

/** A fresh key. Its number says nothing about the person or about another ballot of theirs. */
export async function makeBallotKey(subtle: SubtleCrypto): Promise<BallotKey> {
  const { publicKey, privateKey } = await subtle.generateKey(curve, true, ['sign', 'verify']);
  return {
    number: new Uint8Array(await subtle.exportKey('raw', publicKey)),
    privateKey: new Uint8Array(await subtle.exportKey('pkcs8', privateKey)),
  };
}

/** Whether these bytes have the form of a number: 65 bytes, an uncompressed point. Whether it lies on the curve shows when it is used. */
export function isBallotKeyNumber(bytes: Uint8Array): boolean {
  return bytes.length === ballotKeyNumberBytes && bytes[0] === uncompressedPoint;
}
