import { audit, authorize, inTransaction } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { stepPlanFaults, stepPlanMessages } from '../messages.ts';
import { mayLeadPlan } from './policy.ts';
import { ofStep, ReportStuck } from './step-input.ts';
import { stepOrRefusal } from './step-of.ts';
import { stepStore } from './store.ts';

/** Says that a step is stuck, why, and who could help: it then waits in that reader's list of decisions. */
export async function reportStuck(context: Context, input: unknown): Promise<void> {
  const { stepId, reason, for: asked } = read(ReportStuck, input, stepPlanFaults(context.language));
  const step = await stepOrRefusal(context, stepId);
  authorize(context, mayLeadPlan(context.actor, step.unitId));
  if (step.state !== 'active') throw new Refusal(409, stepPlanMessages(context.language)('not-active'));
  await inTransaction(context, async (inside) => {
    const stuck = { stuckReason: reason, stuckFor: asked, stuckSince: context.clock.now() };
    await stepStore(inside.database).updateStep(stepId, { ...stuck, decision: null, decidedBy: null, decidedAt: null });
    await audit(inside, 'step.stuck', stepId);
  });
}

/** It got loose again by itself, or it was a mistake: nobody has to decide any more. */
export async function withdrawStuck(context: Context, input: unknown): Promise<void> {
  const { stepId } = read(ofStep, input, stepPlanFaults(context.language));
  const step = await stepOrRefusal(context, stepId);
  authorize(context, mayLeadPlan(context.actor, step.unitId));
  await inTransaction(context, async (inside) => {
    const loose = { stuckReason: null, stuckFor: null, stuckSince: null };
    await stepStore(inside.database).updateStep(stepId, { ...loose, decision: null, decidedBy: null, decidedAt: null });
    await audit(inside, 'step.loose', stepId);
  });
}
