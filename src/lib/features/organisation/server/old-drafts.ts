import type { Platform } from '#lib/platform/context/index.ts';
import type { Clock } from '#lib/platform/clock/index.ts';
import { importStore } from './store-import.ts';

/** How long a list that was read waits for its confirmation. */
const draftMinutes = 60;

/** Lists read before this moment are confirmed no more. */
export const draftsSince = (clock: Clock): Date => new Date(clock.now().getTime() - draftMinutes * 60_000);

/** Wipes every list with names that was read and never confirmed, in all organisations. By the clock, hourly. */
export async function removeOldDrafts({ database, clock }: Pick<Platform, 'database' | 'clock'>): Promise<void> {
  const organisations = await database.everyone.selectFrom('organisation').select('id').execute();
  for (const { id } of organisations) await importStore(database.of(id)).removeDraftsBefore(draftsSince(clock));
}
