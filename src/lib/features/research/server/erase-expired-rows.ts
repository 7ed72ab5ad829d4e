import { eraseResearchRows } from '#lib/features/answering/server/index.ts';
import { pilotsPastKeeping } from '#lib/features/scan/server/index.ts';
import { dayOf } from '#lib/platform/clock/index.ts';
import { audit, contextOf, inTransaction, productActor } from '#lib/platform/context/index.ts';
import type { Platform } from '#lib/platform/context/index.ts';
import { researchStore } from './store.ts';

/**
 * Erases the rows of every pilot whose announced day is over, in all organisations. By the clock, daily; again does no
 * harm. One that can't be erased doesn't stop the others; in the end it is an Error, so that the job is run again.
 */
export async function eraseExpiredRows(platform: Platform): Promise<void> {
  const faults: unknown[] = [];
  for (const pilot of await pilotsPastKeeping(platform))
    await eraseRowsOf(platform, pilot).catch((fault: unknown) => faults.push(fault));
  if (faults.length > 0) throw new AggregateError(faults, `the rows of ${faults.length} pilots could not be erased`);
}

async function eraseRowsOf(
  platform: Platform,
  { organisationId, scanId }: { readonly organisationId: string; readonly scanId: string },
): Promise<void> {
  const context = contextOf(platform, { organisationId, actor: productActor, language: 'nl' });
  await inTransaction(context, async (inside) => {
    if (!(await eraseResearchRows(inside.database, scanId))) return;
    await researchStore(inside.database).markErased(scanId, dayOf(platform.clock.now()));
    await audit(inside, 'research.rows-expired', scanId);
  });
}
