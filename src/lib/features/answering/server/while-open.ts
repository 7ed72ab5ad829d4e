import { answering } from '#lib/features/scan/contract.ts';
import type { PublicScan } from '#lib/features/scan/contract.ts';
import { dayOf } from '#lib/platform/clock/index.ts';
import type { Platform } from '#lib/platform/context/index.ts';
import { formatDay } from '#lib/platform/language/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { answeringMessages } from '../messages.ts';
import { answeringStore } from './store.ts';

type Dates = Pick<PublicScan, 'opensOn' | 'closesOn' | 'resultOn'>;

/** Refuses what comes before the first day or after the last. */
export function refuseUnlessOpen(
  scan: Dates & Pick<PublicScan, 'state'>,
  platform: Pick<Platform, 'clock'>,
  language: Language,
): void {
  const when = answering(scan, dayOf(platform.clock.now()));
  const say = answeringMessages(language);
  if (when === 'over') throw new Refusal(410, say('refused-over', { day: formatDay(scan.resultOn, language) }));
  if (when === 'not-yet') throw new Refusal(409, say('refused-not-yet', { day: formatDay(scan.opensOn, language) }));
}

/** The same with what the database says now: the copy that this process keeps may be some seconds old. */
export async function refuseUnlessOpenNow(
  scan: Dates & Pick<PublicScan, 'organisationId' | 'scanId'>,
  platform: Platform,
  language: Language,
): Promise<void> {
  const now = await answeringStore(platform.database.of(scan.organisationId)).scanNow(scan.scanId);
  refuseUnlessOpen({ ...scan, ...now, state: now && now.state !== 'draft' ? now.state : 'closed' }, platform, language);
}
