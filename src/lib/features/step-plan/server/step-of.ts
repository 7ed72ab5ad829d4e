import type { Context } from '#lib/platform/context/index.ts';
import { inTransaction } from '#lib/platform/context/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { stepPlanMessages } from '../messages.ts';
import { planAfter } from './plan-state.ts';
import type { PlanCommand, PlanState } from './plan-state.ts';
import { stepStore } from './store.ts';
import type { StepRow } from './store.ts';

/** The step, or a clear no. Policies need its unit, so it is loaded before they are asked; nothing leaves before. */
export async function stepOrRefusal(context: Context, stepId: string): Promise<StepRow> {
  const step = await stepStore(context.database).step(stepId);
  if (!step) throw new Refusal(404, stepPlanMessages(context.language)('step-unknown'));
  return step;
}

/** Changes a unit's plan under lock: the rules decide, and `keep` writes what they allow. */
export function changePlan<Result>(
  context: Context,
  unitId: string,
  command: PlanCommand,
  keep: (inside: Context, change: { before: PlanState; after: PlanState; lastPosition: number }) => Promise<Result>,
): Promise<Result> {
  const say = stepPlanMessages(context.language);
  return inTransaction(context, async (inside) => {
    const store = stepStore(inside.database);
    if (!(await store.lockUnit(unitId))) throw new Refusal(404, say('unit-unknown'));
    const rows = await store.states(unitId);
    const before: PlanState = new Map(rows.map(({ id, state }) => [id, state]));
    const answer = planAfter(before, command);
    if ('fault' in answer) throw new Refusal(409, say(answer.fault));
    const result = await keep(inside, {
      before,
      after: answer.plan,
      lastPosition: Math.max(-1, ...rows.map((row) => row.position)),
    });
    return result;
  });
}
