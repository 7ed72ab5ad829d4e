import { answering } from '#lib/features/scan/contract.ts';
import type { PublicScan } from '#lib/features/scan/contract.ts';
import { dayOf } from '#lib/platform/clock/index.ts';
import type { Platform } from '#lib/platform/context/index.ts';
import type { OrganisationDatabase } from '#lib/platform/database/index.ts';
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

/**
 * Stores something of a respondent, or refuses: never after closing, never into a peiling that is being counted. The
 * peiling is held first, which waits for a count that is going on; what is read after that wait is what the count left
 * behind, and no count begins before this is committed.
 */
export function storeWhileOpen(
  platform: Platform,
  scan: PublicScan,
  language: Language,
  keep: (inside: OrganisationDatabase) => Promise<unknown>,
): Promise<void> {
  return platform.database.of(scan.organisationId).transaction(async (inside) => {
    const now = await answeringStore(inside).heldOpen(scan.scanId);
    refuseUnlessOpen({ ...scan, state: now && now.state !== 'draft' ? now.state : 'closed' }, platform, language);
    await keep(inside);
  });
}
