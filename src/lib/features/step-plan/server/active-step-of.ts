import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { StepInList } from '../contract.ts';
import { mayReadPlan } from './policy.ts';
import { presentInList } from './present.ts';
import { stepStore } from './store.ts';

/** The step that runs in this unit now; null when none does. */
export async function activeStepOf(context: Context, unitId: string): Promise<StepInList | null> {
  authorize(context, mayReadPlan(context.actor, unitId));
  const active = (await stepStore(context.database).stepsOf(unitId)).find((row) => row.state === 'active');
  return active ? presentInList(active, context) : null;
}
