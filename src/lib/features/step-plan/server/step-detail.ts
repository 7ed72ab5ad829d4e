import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import type { Step } from '../contract.ts';
import { stepPlanFaults } from '../messages.ts';
import { mayReadPlan } from './policy.ts';
import { presentStep } from './present.ts';
import { ofStep } from './step-input.ts';
import { stepOrRefusal } from './step-of.ts';
import { stepStore } from './store.ts';

/** One step whole. */
export async function stepDetail(context: Context, givenStepId: string): Promise<Step> {
  const { stepId } = read(ofStep, { stepId: givenStepId }, stepPlanFaults(context.language));
  const row = await stepOrRefusal(context, stepId);
  authorize(context, mayReadPlan(context.actor, row.unitId));
  return presentStep(row, await stepStore(context.database).actions(stepId), context);
}
