import { fromBase64url } from './base64url.ts';
import { isSameBytes } from './byte-strings.ts';
import { checkManifestSignature } from './check-manifest.ts';
import { manifestFingerprint } from './fingerprint.ts';
import { groupTree, isHashOf } from './manifest.ts';
import type { ManifestGroup, ManifestHead } from './manifest.ts';
import { readManifestHead } from './read-manifest-head.ts';

/** A manifest as everyone may read it: the signed head, the list of groups, and the public keys themselves (SPKI). */
export interface PublishedManifest {
  readonly head: string;
  readonly signature: string;
  readonly groups: readonly ManifestGroup[];
  readonly keys: Readonly<Record<string, string>>;
  readonly wordsKey: string | null;
}

/**
 * readable: it is a manifest · fingerprint: it is the one that was announced · signature: its signer signed it · groups:
 * the list is the one that the head fixes · keys: each group's key is the one in the list · own-keys: no two groups have
 * the same key · words-key: so is the key of the ballots with words.
 */
export const manifestChecks = [
  'readable',
  'fingerprint',
  'signature',
  'groups',
  'keys',
  'own-keys',
  'words-key',
] as const;
export type ManifestCheck = (typeof manifestChecks)[number];

/** unknown: it can't be told here (nothing to compare with, or a browser without Ed25519). */
export type CheckOutcome = 'right' | 'wrong' | 'unknown';

export interface VerifiedManifest {
  /** Null when it isn't readable; the other checks are then unknown. */
  readonly head: ManifestHead | null;
  readonly fingerprint: string | null;
  readonly outcomes: Readonly<Record<ManifestCheck, CheckOutcome>>;
}

/**
 * Everything that somebody with a public manifest can check without trusting who gave it. `announced`: the fingerprint as
 * it stands on an invitation, or null. It shows that all of it belongs together and is what was announced; whether the
 * groups are those of the organisation, with as many people, only a reader can say. Whatever comes in, it doesn't throw.
 */
export async function verifyManifest(
  subtle: SubtleCrypto,
  published: PublishedManifest,
  announced: string | null,
): Promise<VerifiedManifest> {
  const bytes = fromBase64url(published.head) ?? new Uint8Array();
  const read = readManifestHead(bytes);
  if (!read.ok) return { head: null, fingerprint: null, outcomes: unreadable };
  const { head } = read;
  const fingerprint = await manifestFingerprint(subtle, bytes);
  const signer = fromBase64url(head.signer) ?? new Uint8Array();
  const signature = fromBase64url(published.signature) ?? new Uint8Array();
  const signed = await checkManifestSignature(subtle, bytes, signature, signer);
  const withPeople = published.groups.filter(({ key }) => key !== null);
  return {
    head,
    fingerprint,
    outcomes: {
      readable: 'right',
      fingerprint: announced === null ? 'unknown' : outcome(announced === fingerprint),
      signature: signed === 'cannot-check' ? 'unknown' : outcome(signed === 'valid'),
      groups: outcome(await isListOf(subtle, head, published.groups)),
      keys: outcome(await hasItsKeys(subtle, withPeople, published.keys)),
      'own-keys': outcome(new Set(withPeople.map(({ key }) => key)).size === withPeople.length),
      'words-key': outcome(await isWordsKey(subtle, head, published.wordsKey)),
    },
  };
}

const unreadable: VerifiedManifest['outcomes'] = {
  readable: 'wrong',
  fingerprint: 'unknown',
  signature: 'unknown',
  groups: 'unknown',
  keys: 'unknown',
  'own-keys': 'unknown',
  'words-key': 'unknown',
};

/** A manifest out of a file or an answer that may hold anything; undefined when it hasn't the shape of one. */
export function readPublishedManifest(text: string): PublishedManifest | undefined {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    // Not even JSON: the caller says that this is no manifest.
    return undefined;
  }
  if (!isRecord(content)) return undefined;
  const { head, signature, groups, keys, wordsKey } = content;
  if (typeof head !== 'string' || typeof signature !== 'string') return undefined;
  if (!Array.isArray(groups) || !groups.every(isGroup) || !isRecord(keys)) return undefined;
  if (!Object.values(keys).every((key) => typeof key === 'string')) return undefined;
  if (wordsKey !== null && typeof wordsKey !== 'string') return undefined;
  return { head, signature, groups, keys: keys as Record<string, string>, wordsKey };
}

function isGroup(value: unknown): value is ManifestGroup {
  if (!isRecord(value)) return false;
  const { id, parent, name, invited, key } = value;
  const isTextOrNull = (one: unknown) => one === null || typeof one === 'string';
  const isNamed = typeof id === 'string' && typeof name === 'string';
  return isNamed && isTextOrNull(parent) && isTextOrNull(key) && Number.isSafeInteger(invited);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

async function isListOf(subtle: SubtleCrypto, head: ManifestHead, groups: readonly ManifestGroup[]): Promise<boolean> {
  if (head.groups.count !== groups.length) return false;
  // A list that isn't in order has no tree, so it isn't the one of the head either.
  const tree = await groupTree(subtle, groups).catch(() => undefined);
  const root = fromBase64url(head.groups.root);
  return tree !== undefined && root !== undefined && isSameBytes(tree.root, root);
}

async function hasItsKeys(
  subtle: SubtleCrypto,
  groups: readonly ManifestGroup[],
  keys: PublishedManifest['keys'],
): Promise<boolean> {
  if (Object.keys(keys).length !== groups.length) return false;
  for (const { id, key } of groups) {
    const spki = fromBase64url(keys[id] ?? '');
    if (spki === undefined || spki.length === 0 || !(await isHashOf(subtle, spki, key))) return false;
  }
  return true;
}

async function isWordsKey(subtle: SubtleCrypto, head: ManifestHead, wordsKey: string | null): Promise<boolean> {
  if (wordsKey === null || head.wordsKey === null) return wordsKey === head.wordsKey;
  const spki = fromBase64url(wordsKey);
  return spki !== undefined && isHashOf(subtle, spki, head.wordsKey);
}

function outcome(isRight: boolean): CheckOutcome {
  return isRight ? 'right' : 'wrong';
}
