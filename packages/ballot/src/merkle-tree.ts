import { isSameBytes, joinBytes, sha256 } from './byte-strings.ts';
import type { Bytes } from './byte-strings.ts';

const leafMark = Uint8Array.of(0);
const nodeMark = Uint8Array.of(1);

/** A Merkle tree of RFC 6962, section 2.1, over SHA-256, kept level by level: the leaves first, the root last. */
export interface MerkleTree {
  readonly root: Bytes;
  /** The audit path of a leaf (section 2.1.1): the hashes beside it on the way up, the lowest first. */
  pathOf(index: number): Bytes[];
}

/** The tree over these leaves, in this order. Without a leaf the root is the hash of nothing. */
export async function merkleTree(subtle: SubtleCrypto, leaves: readonly Uint8Array[]): Promise<MerkleTree> {
  const levels: Bytes[][] = [await Promise.all(leaves.map((leaf) => sha256(subtle, joinBytes(leafMark, leaf))))];
  for (let level = levels[0] ?? []; level.length > 1; levels.push(level)) level = await levelAbove(subtle, level);
  const root = levels.at(-1)?.[0] ?? (await sha256(subtle, new Uint8Array()));
  const pathOf = (index: number) => levels.slice(0, -1).flatMap((level, height) => level[(index >> height) ^ 1] ?? []);
  return { root, pathOf };
}

/** Two by two; one that is left over goes up as it is, which is what RFC 6962's split at a power of two comes to. */
async function levelAbove(subtle: SubtleCrypto, level: readonly Bytes[]): Promise<Bytes[]> {
  const pairs = Array.from({ length: Math.ceil(level.length / 2) }, (_, pair) => level.slice(2 * pair, 2 * pair + 2));
  return Promise.all(
    pairs.map(([left, right]) => (left && right ? nodeOf(subtle, left, right) : (left ?? new Uint8Array()))),
  );
}

function nodeOf(subtle: SubtleCrypto, left: Uint8Array, right: Uint8Array): Promise<Bytes> {
  return sha256(subtle, joinBytes(nodeMark, left, right));
}

/** Whether this leaf stands at this place in a tree of so many leaves with this root (RFC 9162, section 2.1.3.2). */
export async function isInMerkleTree(
  subtle: SubtleCrypto,
  leaf: Uint8Array,
  { index, count, path }: { readonly index: number; readonly count: number; readonly path: readonly Uint8Array[] },
  root: Uint8Array,
): Promise<boolean> {
  if (!Number.isInteger(index) || index < 0 || index >= count) return false;
  let [place, last] = [index, count - 1];
  let hash = await sha256(subtle, joinBytes(leafMark, leaf));
  for (const beside of path) {
    if (last === 0) return false;
    if (place & 1 || place === last) {
      hash = await nodeOf(subtle, beside, hash);
      while (!(place & 1) && place !== 0) [place, last] = [place >> 1, last >> 1];
    } else hash = await nodeOf(subtle, hash, beside);
    [place, last] = [place >> 1, last >> 1];
  }
  return last === 0 && isSameBytes(hash, root);
}
