import { manifestFingerprint, readManifestHead } from '@lerend/ballot';
import type { ManifestGroup } from '@lerend/ballot';
import type { OrganisationDatabase } from '#lib/platform/database/index.ts';
import type { GroupOnPage, ManifestPage } from '../contract-page.ts';
import { manifestOf } from './kept-manifest.ts';

/** So many characters of a hash are enough to tell two keys apart by eye; the whole of it is in the public file. */
const shownOfHash = 12;

/** The manifest as its page shows it; null while the peiling is a draft or its keys are still being made. */
export async function manifestPage(database: OrganisationDatabase, scanId: string): Promise<ManifestPage | null> {
  const manifest = await manifestOf(database, scanId);
  const read = readManifestHead(manifest?.head ?? new Uint8Array());
  if (!manifest || !read.ok) return null;
  const groups = inTree(manifest.groups);
  return {
    code: read.head.code,
    fingerprint: manifest.fingerprint,
    head: read.head,
    openingKeyShortForm: await manifestFingerprint(globalThis.crypto.subtle, manifest.openingKey.publicKey),
    groups,
    invited: groups.reduce((sum, group) => sum + group.invited, 0),
  };
}

/** Each group under the one that it's part of, brothers and sisters by name. */
function inTree(groups: readonly ManifestGroup[]): readonly GroupOnPage[] {
  const known = new Set(groups.map(({ id }) => id));
  const childrenOf = Map.groupBy(groups, ({ parent }) => (parent !== null && known.has(parent) ? parent : null));
  const below = (parent: string | null, depth: number): GroupOnPage[] =>
    [...(childrenOf.get(parent) ?? [])]
      .sort((one, other) => one.name.localeCompare(other.name, 'nl'))
      .flatMap(({ id, name, invited, key }) => [
        { id, name, depth, invited, key: key && key.slice(0, shownOfHash) },
        ...below(id, depth + 1),
      ]);
  return below(null, 0);
}
