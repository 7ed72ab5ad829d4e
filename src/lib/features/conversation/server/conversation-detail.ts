import { stepFromConversation } from '#lib/features/step-plan/server/index.ts';
import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { Conversation } from '../contract.ts';
import { conversationOrRefusal } from './conversation-of.ts';
import { mayLeadConversation, mayReadConversation, mayReadOutcome } from './policy.ts';
import { areaOrNull, parts, presentInList, presentPlacing } from './present.ts';
import { conversationStore } from './store.ts';

/** One conversation; who reads only the outcome doesn't get what was said on the way. */
export async function conversationDetail(context: Context, conversationId: string): Promise<Conversation> {
  const row = await conversationOrRefusal(context, conversationId);
  const readsAll = mayReadConversation(context.actor, row.unitId);
  authorize(context, readsAll || (row.state === 'agreed' && mayReadOutcome(context.actor, row.unitId)));
  const [placing, step] = await Promise.all([
    readsAll ? conversationStore(context.database).placing(row.id) : [],
    stepFromConversation(context, row.unitId, row.id),
  ]);
  return {
    ...presentInList(row),
    present: row.present,
    placing: presentPlacing(placing),
    why: readsAll ? (row.why ?? '') : '',
    chosenArea: areaOrNull(row.chosenArea),
    chosenPracticeId: row.chosenPracticeId,
    step: step && { id: step.id, ownerName: step.ownerName, dueOn: step.dueOn },
    parts,
    mayLead: mayLeadConversation(context.actor, row.unitId),
    readsAll,
  };
}
