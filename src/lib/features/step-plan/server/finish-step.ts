import { dayOf } from '#lib/platform/clock/index.ts';
import { audit, authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { stepPlanFaults } from '../messages.ts';
import { mayLeadPlan } from './policy.ts';
import { FinishStep } from './step-input.ts';
import { changePlan, stepOrRefusal } from './step-of.ts';
import { stepStore } from './store.ts';

/** Rounds a step off with a look-back: did it help, and one sentence. "No difference noticed" is as good an answer as any. */
export async function finishStep(context: Context, input: unknown): Promise<{ unitId: string }> {
  const { stepId, helped, lookBack } = read(FinishStep, input, stepPlanFaults(context.language));
  const step = await stepOrRefusal(context, stepId);
  authorize(context, mayLeadPlan(context.actor, step.unitId));
  await changePlan(context, step.unitId, { kind: 'finish', id: stepId }, async (inside) => {
    const at = context.clock.now();
    await stepStore(inside.database).updateStep(stepId, {
      state: 'done',
      helped,
      lookBack,
      lookedBackOn: dayOf(at),
      endedAt: at,
    });
    await audit(inside, 'step.finished', stepId);
  });
  return { unitId: step.unitId };
}
