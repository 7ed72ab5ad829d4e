import { toBase64url } from '@lerend/ballot';
import type { PublishedManifest } from '@lerend/ballot';
import type { OrganisationDatabase } from '#lib/platform/database/index.ts';
import { manifestOf } from './kept-manifest.ts';

/** The manifest as everyone may read it; null while the peiling is a draft or its keys are still being made. */
export async function publicManifest(
  database: OrganisationDatabase,
  scanId: string,
): Promise<PublishedManifest | null> {
  const manifest = await manifestOf(database, scanId);
  if (!manifest) return null;
  const { head, signature, groups, groupKeys, wordsKey } = manifest;
  return {
    head: toBase64url(head),
    signature: toBase64url(signature),
    groups,
    keys: Object.fromEntries([...groupKeys].map(([id, key]) => [id, toBase64url(key)])),
    wordsKey: wordsKey && toBase64url(wordsKey),
  };
}
