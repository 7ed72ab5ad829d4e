import { joinBytes } from './byte-strings.ts';
import { fromBase64url } from './base64url.ts';
import { numberOf } from './whole-numbers.ts';

/** The public half of a group's key as two numbers. */
export interface RsaNumbers {
  readonly modulus: bigint;
  readonly exponent: bigint;
  /** Length of the modulus. */
  readonly bits: number;
}

/** Bits of a group's RSA key, and its exponent: one size for all, so that no key stands out by it. */
export const groupKeyBits = 2048;
const groupKeyExponent = 65537n;

/** The public half of a group's key: to check a credential with, and as two numbers. */
export interface GroupKey {
  readonly key: CryptoKey;
  readonly numbers: RsaNumbers;
}

/**
 * The public key with which credentials of one reporting group are checked, from its SPKI (DER, rsaEncryption, as Node
 * exports it). What is no RSA key of 2,048 bits with exponent 65537 is a TypeError.
 */
export async function importGroupKey(subtle: SubtleCrypto, spki: Uint8Array): Promise<GroupKey> {
  const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' };
  const key = await subtle.importKey('spki', joinBytes(spki), algorithm, true, ['verify']).catch(() => undefined);
  if (!key) throw new TypeError('this is no RSA key');
  const numbers = await rsaNumbers(subtle, key);
  if (numbers.bits !== groupKeyBits || numbers.exponent !== groupKeyExponent)
    throw new TypeError(`a group's key has ${groupKeyBits} bits and exponent ${groupKeyExponent}`);
  return { key, numbers };
}

/** Modulus and exponent of a public RSA key that may be exported. */
async function rsaNumbers(subtle: SubtleCrypto, key: CryptoKey): Promise<RsaNumbers> {
  const { n = '', e = '' } = await subtle.exportKey('jwk', key);
  const modulus = numberOf(fromBase64url(n) ?? new Uint8Array());
  return { modulus, exponent: numberOf(fromBase64url(e) ?? new Uint8Array()), bits: modulus.toString(2).length };
}
