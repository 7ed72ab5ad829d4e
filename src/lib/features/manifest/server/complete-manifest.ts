import { createHash } from 'node:crypto';
import { encodeManifestHead, groupTree, manifestFingerprint, toBase64url } from '@lerend/ballot';
import type { ManifestGroup, ManifestHead } from '@lerend/ballot';
import type { Context, Platform } from '#lib/platform/context/index.ts';
import type { JobPayload } from '#lib/platform/jobs/index.ts';
import type { ToFix } from '../contract.ts';
import { makeKeyPair } from './key-pair.ts';
import { signerOf, signManifest } from './signing-key.ts';
import { manifestStore } from './store.ts';

export const makeGroupKeysJob = 'make-group-keys';

/** So few at once in the background: the thread pool has more to do. */
const inBackground = 2;

/** What `fixManifest` wrote down. */
type Fixed = Omit<ToFix, 'groups'> & Pick<ManifestHead, 'openingKey' | 'page'>;

/** The job behind an opening with many groups. Broken off, it goes on with the groups that have no key yet. */
export async function makeGroupKeys(
  platform: Pick<Platform, 'secrets'> & { readonly database: Pick<Platform['database'], 'of'> },
  { organisationId, scanId = '' }: JobPayload,
): Promise<void> {
  const database = platform.database.of(organisationId);
  await completeManifest({ database, secrets: platform.secrets }, scanId, inBackground);
}

/** Makes the keys that are lacking and then the manifest, once. */
export async function completeManifest(
  { database, secrets }: Pick<Context, 'database' | 'secrets'>,
  scanId: string,
  atOnce: number,
): Promise<void> {
  const store = manifestStore(database);
  for (;;) {
    const without = await store.groupsWithoutKey(scanId, atOnce);
    if (without.length === 0) break;
    const made = await Promise.all(
      without.map(async (groupId) => ({ groupId, ...(await makeKeyPair(secrets, { scanId, groupId })) })),
    );
    for (const key of made) await store.keepGroupKey(scanId, key);
  }
  const fixed = (await store.key(scanId))?.fixed as Fixed | null | undefined;
  if (!fixed) return;
  const words = fixed.hasWords ? await makeKeyPair(secrets, { scanId, groupId: wordsPlace }) : null;
  await database.transaction(async (inside) => {
    const locked = manifestStore(inside);
    if ((await locked.lockKey(scanId))?.head !== null) return;
    if (words) await locked.keepWordsKey(scanId, words.publicKey, words.wrappedKey);
    const groups = (await locked.groups(scanId)).map(presentGroup).sort(byId);
    const head = encodeManifestHead(await headOf(fixed, groups, words?.publicKey ?? null, signerOf(secrets)));
    const fingerprint = await manifestFingerprint(globalThis.crypto.subtle, head);
    await locked.keepManifest(scanId, { head, signature: signManifest(secrets, head), fingerprint });
  });
}

/** Where a group's id would stand: the key of the words is of everyone. */
export const wordsPlace = 'words';

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url');

export function presentGroup(row: {
  readonly groupId: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly invited: number;
  readonly publicKey: Uint8Array | null;
}): ManifestGroup {
  const { groupId, parentId, name, invited, publicKey } = row;
  return { id: groupId, parent: parentId, name, invited, key: publicKey && digestOf(publicKey) };
}

export const byId = (a: ManifestGroup, b: ManifestGroup): number => (a.id < b.id ? -1 : 1);

async function headOf(
  { scanId, hasWords: _hasWords, ...fixed }: Fixed,
  groups: readonly ManifestGroup[],
  wordsKey: Uint8Array | null,
  signer: Uint8Array,
): Promise<ManifestHead> {
  const { root } = await groupTree(globalThis.crypto.subtle, groups);
  return {
    version: 1,
    scan: scanId,
    ...fixed,
    wordsKey: wordsKey && digestOf(wordsKey),
    groups: { count: groups.length, root: toBase64url(root) },
    signer: toBase64url(signer),
  };
}
