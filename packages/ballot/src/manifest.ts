import { canonicalJson } from './canonical-json.ts';
import type { JsonValue } from './canonical-json.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import { isSameBytes, sha256, textBytes } from './byte-strings.ts';
import type { Bytes } from './byte-strings.ts';
import { isInMerkleTree, merkleTree } from './merkle-tree.ts';

/** Who holds the key that opens the ballots: people, in shares, or the server itself. */
export const openingKeyKinds = ['keeper', 'server'] as const;
export type OpeningKeyKind = (typeof openingKeyKinds)[number];

/** What opening a peiling fixes. Hashes and keys are base64url, days YYYY-MM-DD, ids UUIDs. */
export interface ManifestHead {
  readonly version: 1;
  readonly scan: string;
  readonly code: string;
  readonly title: string;
  readonly form: string;
  readonly instrumentVersion: string;
  readonly languages: readonly string[];
  /** Fewest ballots of which anything is shown. */
  readonly minimum: number;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly openedOn: string;
  readonly openingKey: { readonly kind: OpeningKeyKind; readonly publicKey: string };
  /** SHA-256 of the key for answers in words (SPKI); null when the form asks for none. */
  readonly wordsKey: string | null;
  readonly groups: { readonly count: number; readonly root: string };
  /** SHA-256 of what is asked, word for word. */
  readonly items: string;
  /** SHA-256 of the respondent's script files; null where pages aren't built beforehand. */
  readonly page: string | null;
  /** The installation's Ed25519 key, which signs this. */
  readonly signer: string;
}

/** One reporting group. The list is sorted by id. */
export interface ManifestGroup {
  readonly id: string;
  readonly parent: string | null;
  readonly name: string;
  /** Most people who may be invited. */
  readonly invited: number;
  /** SHA-256 of the group's key (SPKI); null for a group in which nobody can be. */
  readonly key: string | null;
}

/** Where a group stands in the list, and the hashes that lead from it to the root. */
export interface GroupPath {
  readonly index: number;
  readonly hashes: readonly string[];
}

/** A head as the bytes that are signed and of which the fingerprint is taken. */
export function encodeManifestHead(head: ManifestHead): Bytes {
  return textBytes(canonicalJson(head as unknown as JsonValue));
}

export interface GroupTree {
  readonly root: Bytes;
  /** What a phone needs to find its own group under the root; a RangeError for a group that isn't there. */
  pathOf(groupId: string): GroupPath;
}

/** The tree over a peiling's groups, which must be sorted by id, each once: else a RangeError. */
export async function groupTree(subtle: SubtleCrypto, groups: readonly ManifestGroup[]): Promise<GroupTree> {
  if (groups.some(({ id }, at) => at > 0 && id <= (groups[at - 1]?.id ?? '')))
    throw new RangeError('groups are sorted by id, each once');
  const tree = await merkleTree(subtle, groups.map(leafOf));
  const indexOf = new Map(groups.map(({ id }, index) => [id, index]));
  return {
    root: tree.root,
    pathOf: (groupId) => {
      const index = indexOf.get(groupId);
      if (index === undefined) throw new RangeError('this group is not in the manifest');
      return { index, hashes: tree.pathOf(index).map(toBase64url) };
    },
  };
}

/** Whether this group, with exactly these words and this key, is in the list that the head fixes. */
export async function isGroupInManifest(
  subtle: SubtleCrypto,
  head: ManifestHead,
  group: ManifestGroup,
  { index, hashes }: GroupPath,
): Promise<boolean> {
  const root = fromBase64url(head.groups.root);
  const path = hashes.map(fromBase64url);
  if (!root || path.includes(undefined)) return false;
  const place = { index, count: head.groups.count, path: path.flatMap((hash) => hash ?? []) };
  return isInMerkleTree(subtle, leafOf(group), place, root);
}

/** Whether these bytes are what this SHA-256 (base64url) stands for. */
export async function isHashOf(subtle: SubtleCrypto, bytes: Uint8Array, hash: string | null): Promise<boolean> {
  const expected = fromBase64url(hash ?? '');
  return expected !== undefined && isSameBytes(await sha256(subtle, bytes), expected);
}

/** Field by field, so that whatever else a row carries isn't signed along. */
function leafOf({ id, parent, name, invited, key }: ManifestGroup): Bytes {
  return textBytes(canonicalJson({ id, parent, name, invited, key }));
}
