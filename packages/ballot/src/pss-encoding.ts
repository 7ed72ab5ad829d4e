import { fourBytes, joinBytes } from './byte-strings.ts';
import type { Bytes } from './byte-strings.ts';

const hash = 'SHA-384';
const hashBytes = 48;

/** Salt of RSABSSA-SHA384-PSS: as long as the hash. */
export const saltBytes = 48;

/**
 * EMSA-PSS-ENCODE of RFC 8017, section 9.1.1, with SHA-384, MGF1 over the same hash and the given salt of 48 bytes.
 * @param bits length of the encoding: one less than that of the modulus. Too few for hash and salt is a RangeError.
 */
export async function encodePss(
  subtle: SubtleCrypto,
  message: Uint8Array,
  salt: Uint8Array,
  bits: number,
): Promise<Bytes> {
  const length = Math.ceil(bits / 8);
  if (salt.length !== saltBytes) throw new RangeError(`a salt has ${saltBytes} bytes`);
  if (length < hashBytes + saltBytes + 2) throw new RangeError('the key is too short for this hash and salt');
  const digest = async (bytes: Bytes) => new Uint8Array(await subtle.digest(hash, bytes));
  const messageHash = await digest(joinBytes(message));
  const seed = await digest(joinBytes(new Uint8Array(8), messageHash, salt));
  const padding = new Uint8Array(length - saltBytes - hashBytes - 2);
  const block = joinBytes(padding, Uint8Array.of(1), salt);
  const mask = await maskOf(digest, seed, block.length);
  const masked = block.map((byte, at) => byte ^ (mask[at] ?? 0));
  masked[0] = (masked[0] ?? 0) & (0xff >> (8 * length - bits));
  return joinBytes(masked, seed, Uint8Array.of(0xbc));
}

/** MGF1 of RFC 8017, appendix B.2.1. */
async function maskOf(digest: (bytes: Bytes) => Promise<Bytes>, seed: Bytes, length: number): Promise<Bytes> {
  const rounds = Array.from({ length: Math.ceil(length / hashBytes) }, (_, round) => round);
  const parts = await Promise.all(rounds.map((round) => digest(joinBytes(seed, fourBytes(round)))));
  return joinBytes(...parts).subarray(0, length);
}
