import { ballotKeyOf, bytesOfId, fromBase64url, idOfBytes, privateScalar, toBase64url } from '@lerend/ballot';
import { textBehindHash } from './read-code.ts';
import type { BallotKeys, Sealing } from './sealing.ts';

/** What makes the rest of an address the key of a ballot, and of which version. */
const mark = 'k1~';

/** Lengths in bytes, in this order: the place, then for each ballot its number (without the byte that all have), the private half, and the proof. */
const placeParts = [16, 16, 32, 4] as const;
const ballotParts = [64, 32, 32, 256] as const;
const slipBytes = 4;
const sum = (parts: readonly number[]) => parts.reduce((all, part) => all + part, 0);
const lengths = [1, 2].map((ballots) => sum(placeParts) + ballots * sum(ballotParts) + slipBytes);
const uncompressedPoint = 4;

export type BroughtKey =
  | { readonly ok: true; readonly sealing: Sealing }
  | { readonly ok: false; readonly fault: 'key-damaged' | 'key-foreign' };

/**
 * All that it takes to replace or withdraw what was sent, behind the # of an address where no server sees it: no code, no
 * answers, nothing that names somebody. As short as it can be, so that a telephone reads it as a QR code. undefined
 * before the proof is there.
 */
export async function keyHash(
  subtle: SubtleCrypto,
  { place, counter, ballot, words }: Sealing,
): Promise<string | undefined> {
  const both = [ballot, ...(words ? [words] : [])];
  const keys: Uint8Array[] = [];
  for (const { number, privateKey, proof } of both) {
    if (!proof) return undefined;
    const scalar = await privateScalar(subtle, bytes(privateKey));
    keys.push(bytes(number).subarray(1), scalar, bytes(proof.prefix), bytes(proof.credential));
  }
  const count = new Uint8Array(4);
  new DataView(count.buffer).setUint32(0, counter);
  const content = joined([bytesOfId(place.scanId), bytesOfId(place.groupId), bytes(place.openingKey), count, ...keys]);
  return mark + toBase64url(joined([content, slipOf(content)]));
}

export function isKeyLink(hash: string): boolean {
  return textBehindHash(hash).startsWith(mark);
}

/** The key behind the # of an address; undefined when there is none. */
export function broughtKey(hash: string, scanId: string): BroughtKey | undefined {
  if (!isKeyLink(hash)) return undefined;
  const whole = fromBase64url(textBehindHash(hash).slice(mark.length));
  if (!whole || !lengths.includes(whole.length)) return { ok: false, fault: 'key-damaged' };
  const content = whole.subarray(0, -slipBytes);
  if (slipOf(content).some((byte, at) => byte !== whole[content.length + at]))
    return { ok: false, fault: 'key-damaged' };
  const take = taker(content);
  const [scan, group, openingKey, count] = placeParts.map(take) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  if (idOfBytes(scan) !== scanId) return { ok: false, fault: 'key-foreign' };
  const place = { scanId, groupId: idOfBytes(group), openingKey: toBase64url(openingKey) };
  const counter = new DataView(count.slice().buffer).getUint32(0);
  const ballot = keysFrom(take);
  return { ok: true, sealing: { place, counter, ballot, words: whole.length === lengths[1] ? keysFrom(take) : null } };
}

/** The seed is for asking a proof, which is here already. */
function keysFrom(take: (count: number) => Uint8Array): BallotKeys {
  const [point, scalar, prefix, credential] = ballotParts.map(take) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  const key = ballotKeyOf(joined([Uint8Array.of(uncompressedPoint), point]), scalar);
  return {
    number: toBase64url(key.number),
    privateKey: toBase64url(key.privateKey),
    seed: '',
    proof: { prefix: toBase64url(prefix), credential: toBase64url(credential) },
  };
}

/** Takes one part after the other. */
function taker(content: Uint8Array): (count: number) => Uint8Array {
  let at = 0;
  return (count) => content.subarray(at, (at += count));
}

/** FNV-1a, 32 bits: shows a link that was cut off or copied wrongly, and protects against nobody. */
function slipOf(content: Uint8Array): Uint8Array {
  const hash = content.reduce((before, byte) => Math.imul(before ^ byte, 0x01000193), 0x811c9dc5);
  return Uint8Array.of(hash >>> 24, hash >>> 16, hash >>> 8, hash);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

function bytes(text: string): Uint8Array {
  return fromBase64url(text) ?? new Uint8Array();
}
