import { faultOfReceived } from '@lerend/ballot';
import type { ReceiptFault, ReceivedBallot } from '@lerend/ballot';
import { groupVerifier } from '#lib/features/manifest/server/index.ts';
import type { PublicScan } from '#lib/features/scan/contract.ts';
import type { Platform } from '#lib/platform/context/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { answeringMessages } from '../messages.ts';
import { fixedManifest } from './give-group.ts';
import { answeringStore } from './store.ts';
import { storeWhileOpen } from './while-open.ts';

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
  const { scanId } = scan;
  const groupKey = await groupVerifier(await fixedManifest(platform, scan, language), ballot.groupId);
  if (!groupKey) throw new Refusal(403, say('credential-foreign'));
  const place = { scanId, groupKey, kind: ballot.groupId === null ? 'words' : 'ballot' } as const;
  const fault = await faultOfReceived(globalThis.crypto.subtle, ballot, place);
  if (fault) throw new Refusal(fault === 'bad-credential' ? 403 : 422, say(sentenceFor[fault]));
  await storeWhileOpen(platform, scan, language, async (inside) => {
    const store = answeringStore(inside);
    if (await store.keepBallot(scanId, ballot)) return;
    const there = await store.ballot(scanId, ballot);
    const isSame = there?.counter === ballot.counter && Buffer.from(there.sealed).equals(ballot.sealed);
    if (!isSame) throw new Refusal(409, say('ballot-older'));
  });
}
