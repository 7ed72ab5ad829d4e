import { z } from 'zod';
import { eraseResearchRows } from '#lib/features/answering/server/index.ts';
import { dayOf } from '#lib/platform/clock/index.ts';
import { audit, authorize, inTransaction } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { researchFaults } from '../messages.ts';
import { mayExportRows } from './policy.ts';
import { researchStore } from './store.ts';

const EraseInput = z.object({ scanId: z.uuid('pilot-unknown') });

/** Erases a pilot's rows before their last day. What was learned about the questionnaire stays. Again changes nothing. */
export async function eraseRows(context: Context, input: unknown): Promise<void> {
  const { scanId } = read(EraseInput, input, researchFaults(context.language));
  authorize(context, mayExportRows(context.actor));
  await inTransaction(context, async (inside) => {
    if (!(await eraseResearchRows(inside.database, scanId))) return;
    await researchStore(inside.database).markErased(scanId, dayOf(context.clock.now()));
    await audit(inside, 'research.rows-erased', scanId);
  });
}
