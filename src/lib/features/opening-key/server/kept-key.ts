import { manifestFingerprint, toBase64url } from '@lerend/ballot';
import { openingKeyOf } from '#lib/features/manifest/server/index.ts';
import type { OrganisationDatabase } from '#lib/platform/database/index.ts';
import type { KeptKey } from '../contract.ts';

/** The public half of a peiling's key, with its short form; null while nobody has made one and it isn't open. */
export async function keptKey(database: OrganisationDatabase, scanId: string): Promise<KeptKey | null> {
  const kept = await openingKeyOf(database, scanId);
  if (!kept) return null;
  const { kind, keptBy, publicKey } = kept;
  const shortForm = await manifestFingerprint(globalThis.crypto.subtle, publicKey);
  return { kind, keptBy, publicKey: toBase64url(publicKey), shortForm };
}
