import { audit, authorize, inTransaction } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { stepPlanFaults, stepPlanMessages } from '../messages.ts';
import { mayLeadPlan } from './policy.ts';
import { ofStep, StepInput } from './step-input.ts';
import { stepOrRefusal } from './step-of.ts';
import { stepStore } from './store.ts';

const ChangeStep = StepInput.extend(ofStep.shape);

/** Changes what a step is: everything but its state, its actions and where it came from. */
export async function changeStep(context: Context, input: unknown): Promise<{ unitId: string }> {
  const { stepId, ...change } = read(ChangeStep, input, stepPlanFaults(context.language));
  const step = await stepOrRefusal(context, stepId);
  authorize(context, mayLeadPlan(context.actor, step.unitId));
  const say = stepPlanMessages(context.language);
  await inTransaction(context, async (inside) => {
    const because = change.because || say('because-own');
    const measure = change.measure || say('measure-own');
    await stepStore(inside.database).updateStep(stepId, { ...change, because, measure });
    await audit(inside, 'step.changed', stepId);
  });
  return { unitId: step.unitId };
}
