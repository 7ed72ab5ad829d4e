import { faultOutside, placeOf } from '@lerend/ballot';
import type { CredentialCheck, ReceiptFault, ReceivedBallot } from '@lerend/ballot';
import type { KeptManifest } from '#lib/features/manifest/server/index.ts';
import type { PublicScan } from '#lib/features/scan/contract.ts';
import { dayOf } from '#lib/platform/clock/index.ts';
import type { Platform } from '#lib/platform/context/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { answeringMessages } from '../messages.ts';
import { fixedManifest } from './give-group.ts';
import { nodeCryptography } from './node-cryptography.ts';
import { receiptKeyOf } from './opening.ts';
import { answeringStore } from './store.ts';
import { refuseUnlessOpenNow } from './while-open.ts';

const sentenceFor = {
  malformed: 'ballot-of-another-size',
  'bad-credential': 'credential-foreign',
  'bad-signature': 'ballot-not-signed',
} as const satisfies Record<ReceiptFault, string>;

/**
 * Keeps a ballot, if it may be counted: its proof holds under the key of its group, and whoever holds its number signed
 * it. Of one number the one with the highest counter stays. Sent once more it is acknowledged once more.
 */
export async function keepBallot(
  platform: Platform,
  scan: PublicScan,
  ballot: ReceivedBallot,
  language: Language,
): Promise<void> {
  const say = answeringMessages(language);
  const isCredential = await credentialCheckOf(await fixedManifest(platform, scan, language), ballot.groupId);
  if (!isCredential) throw new Refusal(403, say('credential-foreign'));
  const { isSigned } = nodeCryptography;
  const fault = await faultOutside(ballot, placeIn(scan, ballot), { isCredential, isSigned });
  if (fault) throw new Refusal(fault === 'bad-credential' ? 403 : 422, say(sentenceFor[fault]));
  await storeBallot(platform, scan, ballot, language);
}

/**
 * Stores a ballot that is in order, with our mark, so that the count needn't look at its two signatures again: never after
 * closing, never into a peiling that is being counted.
 */
export async function storeBallot(
  platform: Platform,
  scan: PublicScan,
  ballot: ReceivedBallot,
  language: Language,
): Promise<void> {
  const { scanId } = scan;
  const markOf = await nodeCryptography.receiptMarkWith(receiptKeyOf(platform));
  const mark = await markOf(placeOf(ballot, placeIn(scan, ballot)), ballot);
  const store = answeringStore(platform.database.of(scan.organisationId));
  if (await store.keepBallot(scanId, { ...ballot, mark }, dayOf(platform.clock.now()))) return;
  await refuseUnlessOpenNow(scan, platform, language);
  const there = await store.ballot(scanId, ballot);
  const isSame = there?.counter === ballot.counter && Buffer.from(there.sealed).equals(ballot.sealed);
  if (!isSame) throw new Refusal(409, answeringMessages(language)('ballot-older'));
}

function placeIn({ scanId }: PublicScan, { groupId }: ReceivedBallot) {
  return { scanId, kind: groupId === null ? 'words' : 'ballot' } as const;
}

const checks = new WeakMap<KeptManifest, Map<string | null, CredentialCheck>>();

/** Whether credentials of a group (or with null of the words) hold, with its key read once; undefined when it has none. */
async function credentialCheckOf(manifest: KeptManifest, groupId: string | null): Promise<CredentialCheck | undefined> {
  const spki = groupId === null ? manifest.wordsKey : manifest.groupKeys.get(groupId);
  if (!spki) return undefined;
  const known = checks.get(manifest) ?? new Map<string | null, CredentialCheck>();
  checks.set(manifest, known);
  const check = known.get(groupId) ?? (await nodeCryptography.credentialCheck(spki));
  known.set(groupId, check);
  return check;
}
