import { manifestFingerprint } from '@lerend/ballot';
import type { Context } from '#lib/platform/context/index.ts';
import type { KeeperKey } from '../contract.ts';
import { lockedDraft } from './draft.ts';
import { scanStore } from './store.ts';
import type { ScanRow } from './store.ts';

/**
 * For `opening-key`, within its command and before it changes the key of a draft: nobody consents to this peiling or
 * opens it until that is done. A first key makes what was consented to stricter and is taken along in that consent; one
 * that takes the place of another isn't, so that the works council has to confirm (`standingConsent`).
 */
export async function holdForKey(inside: Context, scanId: string, publicKey: Uint8Array | null): Promise<void> {
  const draft = await lockedDraft(inside, scanId);
  const isFirst = draft.openingPublicKey === null && draft.consentKey === null;
  if (publicKey !== null && isFirst && draft.decision === 'consent')
    await scanStore(inside.database).tieConsent(scanId, publicKey);
}

/** Whether the key of this draft is the one that consent was given with, if it was. */
export const isKeyOfConsent = ({ consentKey, openingPublicKey }: ScanRow): boolean =>
  Buffer.compare(consentKey ?? noKey, openingPublicKey ?? noKey) === 0;

const noKey = Buffer.alloc(0);

/** The key that people keep, to compare by eye; null while nobody made one, or where the server holds it. */
export async function keeperKeyOf({ openingKey, openingPublicKey, keptBy }: ScanRow): Promise<KeeperKey | null> {
  if (openingKey !== 'keeper' || openingPublicKey === null || keptBy === null) return null;
  return { keptBy, shortForm: await manifestFingerprint(globalThis.crypto.subtle, new Uint8Array(openingPublicKey)) };
}
