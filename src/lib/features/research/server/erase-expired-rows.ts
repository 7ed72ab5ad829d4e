import { eraseResearchRows } from '#lib/features/answering/server/index.ts';
import { pilotsPastKeeping } from '#lib/features/scan/server/index.ts';
import { dayOf } from '#lib/platform/clock/index.ts';
import { audit, contextOf, inTransaction, productActor } from '#lib/platform/context/index.ts';
import type { Platform } from '#lib/platform/context/index.ts';
import { researchStore } from './store.ts';

/** Erases the rows of every pilot whose announced day is over, in all organisations. By the clock, daily; again does no harm. */
export async function eraseExpiredRows(platform: Platform): Promise<void> {
  const today = dayOf(platform.clock.now());
  for (const { organisationId, scanId } of await pilotsPastKeeping(platform)) {
    const context = contextOf(platform, { organisationId, actor: productActor, language: 'nl' });
    await inTransaction(context, async (inside) => {
      if (!(await eraseResearchRows(inside.database, scanId))) return;
      await researchStore(inside.database).markErased(scanId, today);
      await audit(inside, 'research.rows-expired', scanId);
    });
  }
}
