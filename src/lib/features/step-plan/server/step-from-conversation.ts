import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { StepInList } from '../contract.ts';
import { mayReadPlan } from './policy.ts';
import { presentInList } from './present.ts';
import { stepStore } from './store.ts';

/** The step that a conversation ended in; null when it hasn't got that far. */
export async function stepFromConversation(
  context: Context,
  unitId: string,
  conversationId: string,
): Promise<StepInList | null> {
  authorize(context, mayReadPlan(context.actor, unitId));
  const row = (await stepStore(context.database).stepsOf(unitId)).find((one) => one.conversationId === conversationId);
  return row ? presentInList(row, context) : null;
}
