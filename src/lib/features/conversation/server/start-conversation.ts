import { dayOf } from '#lib/platform/clock/index.ts';
import { audit, authorize, inTransaction } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { conversationFaults } from '../messages.ts';
import { ofUnit } from './conversation-input.ts';
import { unitOrRefusal } from './conversation-of.ts';
import { openConversation } from './plan-conversation.ts';
import { mayLeadConversation } from './policy.ts';
import { conversationStore } from './store.ts';

/** Begins the conversation of a unit, planned or not; one that is under way is gone on with. */
export async function startConversation(context: Context, input: unknown): Promise<{ conversationId: string }> {
  const { unitId } = read(ofUnit, input, conversationFaults(context.language));
  authorize(context, mayLeadConversation(context.actor, unitId));
  await unitOrRefusal(context, unitId);
  return inTransaction(context, async (inside) => {
    const { id, heldOn } = await openConversation(inside, unitId);
    if (heldOn === null) {
      await conversationStore(inside.database).update(id, { heldOn: dayOf(context.clock.now()) });
      await audit(inside, 'conversation.started', id);
    }
    return { conversationId: id };
  });
}
