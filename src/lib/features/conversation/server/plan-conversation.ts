import { z } from 'zod';
import { dayOf } from '#lib/platform/clock/index.ts';
import { audit, authorize, inTransaction } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { newId } from '#lib/platform/database/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { conversationFaults, conversationMessages } from '../messages.ts';
import { unitOrRefusal } from './conversation-of.ts';
import { ofUnit } from './conversation-input.ts';
import { mayLeadConversation } from './policy.ts';
import { conversationStore } from './store.ts';

const PlanConversation = ofUnit.extend({ plannedOn: z.iso.date('planned-missing') });

/** Puts the day of a unit's next conversation down, or moves it. */
export async function planConversation(context: Context, input: unknown): Promise<{ conversationId: string }> {
  const { unitId, plannedOn } = read(PlanConversation, input, conversationFaults(context.language));
  authorize(context, mayLeadConversation(context.actor, unitId));
  const say = conversationMessages(context.language);
  if (plannedOn < dayOf(context.clock.now())) throw new Refusal(422, say('planned-past'), 'plannedOn');
  await unitOrRefusal(context, unitId);
  return inTransaction(context, async (inside) => {
    const { id } = await openConversation(inside, unitId);
    await conversationStore(inside.database).update(id, { plannedOn });
    await audit(inside, 'conversation.planned', id);
    return { conversationId: id };
  });
}

/** The conversation that is planned or under way in this unit; made when there is none. */
export async function openConversation(
  inside: Context,
  unitId: string,
): Promise<{ id: string; heldOn: string | null }> {
  const store = conversationStore(inside.database);
  await store.insertUnlessOpen({
    id: newId(),
    unitId,
    state: 'placing',
    createdBy: inside.actor.name,
    createdAt: inside.clock.now(),
  });
  const open = await store.open(unitId);
  if (!open) throw new Refusal(409, conversationMessages(inside.language)('conversation-unknown'));
  return open;
}
