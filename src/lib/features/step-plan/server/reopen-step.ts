import { dayOf } from '#lib/platform/clock/index.ts';
import { audit, authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import type { StepState } from '../contract.ts';
import { stepPlanFaults } from '../messages.ts';
import { mayLeadPlan } from './policy.ts';
import { ofStep } from './step-input.ts';
import { changePlan, stepOrRefusal } from './step-of.ts';
import { stepStore } from './store.ts';

/** Undoes finishing or stopping: the step runs again, or waits when another one runs. What was written stays as a draft. */
export async function reopenStep(context: Context, input: unknown): Promise<{ state: StepState }> {
  const { stepId } = read(ofStep, input, stepPlanFaults(context.language));
  const step = await stepOrRefusal(context, stepId);
  authorize(context, mayLeadPlan(context.actor, step.unitId));
  return changePlan(context, step.unitId, { kind: 'reopen', id: stepId }, async (inside, { after }) => {
    const state = after.get(stepId) ?? 'waiting';
    const startsOn = step.startsOn ?? (state === 'active' ? dayOf(context.clock.now()) : null);
    await stepStore(inside.database).updateStep(stepId, {
      state,
      startsOn,
      helped: null,
      lookedBackOn: null,
      endedAt: null,
    });
    await audit(inside, 'step.reopened', stepId);
    return { state };
  });
}
