import { z } from 'zod';
import { dayOf } from '#lib/platform/clock/index.ts';
import { audit, authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { stepPlanFaults } from '../messages.ts';
import { mayLeadPlan } from './policy.ts';
import { ofStep } from './step-input.ts';
import { changePlan, stepOrRefusal } from './step-of.ts';
import { stepStore } from './store.ts';

const StartStep = ofStep.extend({ swap: z.literal('yes').optional() });

/** Starts a step that waits. With `swap` the one that runs goes back to waiting; without it a second one is refused. */
export async function startStep(context: Context, input: unknown): Promise<void> {
  const { stepId, swap } = read(StartStep, input, stepPlanFaults(context.language));
  const step = await stepOrRefusal(context, stepId);
  authorize(context, mayLeadPlan(context.actor, step.unitId));
  await changePlan(
    context,
    step.unitId,
    { kind: 'start', id: stepId, isSwap: swap === 'yes' },
    async (inside, { before, after }) => {
      const store = stepStore(inside.database);
      // The one that ran goes first: two at once is what the database refuses.
      for (const [id, state] of after)
        if (before.get(id) === 'active' && state === 'waiting') await store.updateStep(id, { state });
      await store.updateStep(stepId, { state: 'active', startsOn: step.startsOn ?? dayOf(context.clock.now()) });
      await audit(inside, 'step.started', stepId);
    },
  );
}
