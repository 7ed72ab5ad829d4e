import { joinBytes } from './byte-strings.ts';
import type { Bytes } from './byte-strings.ts';
import type { RsaNumbers } from './group-key.ts';
import { encodePss, saltBytes } from './pss-encoding.ts';
import type { RandomBytes } from './shuffle.ts';
import { bytesOf, inverseModulo, numberOf, powerModulo } from './whole-numbers.ts';

/** RFC 9474's message randomizer, before the message. */
export const prefixBytes = 32;

/** Where chance and the browser's (or Node's) cryptography come from. */
export interface BallotTools {
  readonly subtle: SubtleCrypto;
  readonly randomBytes: RandomBytes;
}

export interface Blinded {
  readonly blinded: Bytes;
  readonly inverse: Bytes;
}

/**
 * Blind of RFC 9474, section 4.2 (RSABSSA-SHA384-PSS): the prepared message, encoded and hidden behind a random factor.
 * Whoever signs it learns nothing of the message, and can't recognise what comes out of `unblind`.
 * Chance is asked for in this order: the salt (48 bytes), then as many bytes as the modulus has until they are a number
 * from 1 to below it. The same chance gives the same blinded message.
 */
export async function blindMessage(
  { subtle, randomBytes }: BallotTools,
  { modulus, exponent, bits }: RsaNumbers,
  prepared: Uint8Array,
): Promise<Blinded> {
  const length = Math.ceil(bits / 8);
  const encoded = numberOf(await encodePss(subtle, prepared, drawn(randomBytes, saltBytes), bits - 1));
  const factor = drawFactor(randomBytes, modulus, length);
  // One search says of both that they share no factor with the key: an inverse is most of the work here.
  const ofBoth = inverseModulo((factor * encoded) % modulus, modulus);
  if (ofBoth === undefined) throw new Error('the message or the chance shares a factor with the key');
  const inverse = (ofBoth * encoded) % modulus;
  const blinded = (encoded * powerModulo(factor, exponent, modulus)) % modulus;
  return { blinded: bytesOf(blinded, length), inverse: bytesOf(inverse, length) };
}

/** Finalize of RFC 9474, section 4.4, without its check: the caller verifies the signature as plain RSASSA-PSS. */
export function unblind({ modulus, bits }: RsaNumbers, signature: Uint8Array, inverse: Uint8Array): Bytes {
  return bytesOf((numberOf(signature) * numberOf(inverse)) % modulus, Math.ceil(bits / 8));
}

/** Prepare of RFC 9474, section 4.1 (Randomized): the message behind 32 random bytes. */
export function prepareMessage(prefix: Uint8Array, message: Uint8Array): Bytes {
  return joinBytes(prefix, message);
}

/** A number from 1 to below the modulus, each equally likely; half of the draws at least will do. */
function drawFactor(randomBytes: RandomBytes, modulus: bigint, length: number): bigint {
  for (;;) {
    const factor = numberOf(drawn(randomBytes, length));
    if (factor > 0n && factor < modulus) return factor;
  }
}

/** Chance of exactly this length; less would be no chance, and quietly so. */
export function drawn(randomBytes: RandomBytes, count: number): Uint8Array {
  const bytes = randomBytes(count);
  if (bytes.length !== count) throw new Error(`${bytes.length} random bytes came instead of ${count}`);
  return bytes;
}
