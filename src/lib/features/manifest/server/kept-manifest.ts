import { groupTree } from '@lerend/ballot';
import type { GroupTree, ManifestGroup } from '@lerend/ballot';
import type { OrganisationDatabase } from '#lib/platform/database/index.ts';
import type { KeyProgress, OpeningKeyKind } from '../contract.ts';
import { byId, presentGroup } from './complete-manifest.ts';
import { manifestStore } from './store.ts';

/** Everything that was fixed when a peiling opened: public, and the same for ever. */
export interface KeptManifest {
  readonly head: Uint8Array;
  readonly signature: Uint8Array;
  readonly fingerprint: string;
  readonly openingKey: { readonly kind: OpeningKeyKind; readonly publicKey: Uint8Array };
  /** Sorted by id, as in the list that everyone may read. */
  readonly groups: readonly ManifestGroup[];
  readonly groupById: ReadonlyMap<string, ManifestGroup>;
  readonly tree: GroupTree;
  /** Public keys (SPKI, DER) by the id of their group. */
  readonly groupKeys: ReadonlyMap<string, Uint8Array>;
  readonly wordsKey: Uint8Array | null;
}

const mostKept = 50;
const kept = new Map<string, KeptManifest>();

/** The manifest of a peiling; null while it is a draft or its keys are still being made. */
export async function manifestOf(database: OrganisationDatabase, scanId: string): Promise<KeptManifest | null> {
  const name = `${database.organisationId}/${scanId}`;
  const known = kept.get(name);
  if (known) return known;
  const manifest = await loadManifest(database, scanId);
  if (!manifest) return null;
  if (kept.size >= mostKept) kept.clear();
  kept.set(name, manifest);
  return manifest;
}

async function loadManifest(database: OrganisationDatabase, scanId: string): Promise<KeptManifest | null> {
  const store = manifestStore(database);
  const [key, rows] = await Promise.all([store.key(scanId), store.groups(scanId)]);
  if (!key || key.head === null || key.signature === null || key.fingerprint === null) return null;
  const groups = rows.map(presentGroup).sort(byId);
  return {
    head: new Uint8Array(key.head),
    signature: new Uint8Array(key.signature),
    fingerprint: key.fingerprint,
    openingKey: { kind: key.kind, publicKey: new Uint8Array(key.publicKey) },
    groups,
    groupById: new Map(groups.map((group) => [group.id, group])),
    tree: await groupTree(globalThis.crypto.subtle, groups),
    groupKeys: new Map(
      rows.flatMap(({ groupId, publicKey }) => (publicKey ? [[groupId, new Uint8Array(publicKey)] as const] : [])),
    ),
    wordsKey: key.wordsPublicKey && new Uint8Array(key.wordsPublicKey),
  };
}

/** How far the keys are, of a peiling that was opened; null when all is there, and for a draft. */
export async function keyProgress(database: OrganisationDatabase, scanId: string): Promise<KeyProgress | null> {
  const store = manifestStore(database);
  const key = await store.key(scanId);
  if (!key || key.head !== null) return null;
  const { made, needed } = await store.progress(scanId);
  return Number(needed) === 0 ? null : { made: Number(made), needed: Number(needed) };
}
