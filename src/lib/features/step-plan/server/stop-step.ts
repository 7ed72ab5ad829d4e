import { audit, authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { stepPlanFaults } from '../messages.ts';
import { mayLeadPlan } from './policy.ts';
import { StopStep } from './step-input.ts';
import { changePlan, stepOrRefusal } from './step-of.ts';
import { stepStore } from './store.ts';

/** Stops a step that runs or waits. The reason is told to everyone in the unit. */
export async function stopStep(context: Context, input: unknown): Promise<{ unitId: string }> {
  const { stepId, reason } = read(StopStep, input, stepPlanFaults(context.language));
  const step = await stepOrRefusal(context, stepId);
  authorize(context, mayLeadPlan(context.actor, step.unitId));
  await changePlan(context, step.unitId, { kind: 'stop', id: stepId }, async (inside) => {
    await stepStore(inside.database).updateStep(stepId, {
      state: 'stopped',
      stopReason: reason,
      endedAt: context.clock.now(),
    });
    await audit(inside, 'step.stopped', stepId);
  });
  return { unitId: step.unitId };
}
