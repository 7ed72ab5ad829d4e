import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { ToldStep } from '../contract.ts';
import { mayReadPlan } from './policy.ts';
import { presentInList } from './present.ts';
import { stepStore } from './store.ts';

/** All steps of a unit, with what was said before them and what came of them. */
export async function toldSteps(context: Context, unitId: string): Promise<readonly ToldStep[]> {
  authorize(context, mayReadPlan(context.actor, unitId));
  const rows = await stepStore(context.database).stepsOf(unitId);
  return rows.map((row) => ({
    ...presentInList(row, context),
    said: row.said,
    because: row.because,
    lookBack: row.lookBack,
    stopReason: row.stopReason,
  }));
}
