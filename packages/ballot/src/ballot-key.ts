import { fromBase64url } from './base64url.ts';
import { bytesOfHex, joinBytes } from './byte-strings.ts';
import type { Bytes } from './byte-strings.ts';

const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const signing = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** The number of a sealed ballot: its public key on P-256 as an uncompressed point. */
export const ballotKeyNumberBytes = 65;

/** ECDSA's r and s, 32 bytes each. */
export const signatureBytes = 64;

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

/** PKCS #8 (RFC 5958, RFC 5915) of a P-256 key: what stands before the scalar, and between that and the public point. */
const beforeScalar = '308187020100301306072a8648ce3d020106082a8648ce3d030107046d306b0201010420';
const beforePoint = 'a144034200';
const scalarBytes = 32;

/** The private half alone, 32 bytes: as short as a key can be carried. */
export async function privateScalar(subtle: SubtleCrypto, privateKey: Uint8Array): Promise<Bytes> {
  const key = await subtle.importKey('pkcs8', joinBytes(privateKey), curve, true, ['sign']);
  const { d = '' } = await subtle.exportKey('jwk', key);
  return joinBytes(fromBase64url(d) ?? new Uint8Array());
}

/** The key again, out of its number and the private half alone; whether they belong together shows when it is used. */
export function ballotKeyOf(number: Uint8Array, scalar: Uint8Array): BallotKey {
  if (!isBallotKeyNumber(number) || scalar.length !== scalarBytes) throw new RangeError('this is no key of a ballot');
  return {
    number: joinBytes(number),
    privateKey: joinBytes(bytesOfHex(beforeScalar), scalar, bytesOfHex(beforePoint), number),
  };
}

/** Signs with the private half of a ballot key (ECDSA, P-256, SHA-256; r ‖ s). */
export async function signWithBallotKey(subtle: SubtleCrypto, privateKey: Uint8Array, message: Bytes): Promise<Bytes> {
  const key = await subtle.importKey('pkcs8', joinBytes(privateKey), curve, false, ['sign']);
  return new Uint8Array(await subtle.sign(signing, key, message));
}

/** Whether the holder of this number's key signed this; false as well when the number is no point of the curve. */
export async function verifyWithNumber(
  subtle: SubtleCrypto,
  number: Uint8Array,
  signature: Uint8Array,
  message: Bytes,
): Promise<boolean> {
  if (!isBallotKeyNumber(number) || signature.length !== signatureBytes) return false;
  const key = await subtle.importKey('raw', joinBytes(number), curve, false, ['verify']).catch(() => undefined);
  return key !== undefined && subtle.verify(signing, key, joinBytes(signature), message);
}
