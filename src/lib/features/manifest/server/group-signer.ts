import type { KeyObject } from 'node:crypto';
import type { Context } from '#lib/platform/context/index.ts';
import { wordsPlace } from './complete-manifest.ts';
import { unwrap } from './key-pair.ts';
import { manifestStore } from './store.ts';

/** Reading a wrapped key costs more than signing with it: the last ones used stay in memory, until the count. */
const mostKept = 500;
const kept = new Map<string, KeyObject>();

/** The private key of a group, or of the words; undefined for a group without one and after the count. */
export async function groupSigner(
  { database, secrets }: Pick<Context, 'database' | 'secrets'>,
  scanId: string,
  groupId: string | null,
): Promise<KeyObject | undefined> {
  const place = { scanId, groupId: groupId ?? wordsPlace };
  const name = `${scanId}/${place.groupId}`;
  const known = kept.get(name);
  if (known) return known;
  const store = manifestStore(database);
  const wrapped = groupId === null ? await store.wrappedWordsKey(scanId) : await store.wrappedKey(scanId, groupId);
  if (wrapped === null) return undefined;
  const key = unwrap(secrets, place, wrapped);
  if (kept.size >= mostKept) kept.clear();
  kept.set(name, key);
  return key;
}

/** Takes the private keys of a peiling away, within the count. */
export async function dropGroupKeys({ database }: Pick<Context, 'database'>, scanId: string): Promise<void> {
  await manifestStore(database).dropPrivateKeys(scanId);
  for (const name of kept.keys()) if (name.startsWith(`${scanId}/`)) kept.delete(name);
}
