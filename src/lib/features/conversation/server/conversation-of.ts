import { organisationTree } from '#lib/features/organisation/server/index.ts';
import type { UnitInTree } from '#lib/features/organisation/contract.ts';
import { audit, authorize, inTransaction } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import type { ConversationState } from '../contract.ts';
import { conversationFaults, conversationMessages } from '../messages.ts';
import { ofConversation } from './conversation-input.ts';
import { mayLeadConversation } from './policy.ts';
import { conversationStore } from './store.ts';
import type { ConversationRow } from './store.ts';

/** The conversation, or a clear no. Policies need its unit, so it is loaded before they are asked; nothing leaves before. */
export async function conversationOrRefusal(context: Context, givenId: string): Promise<ConversationRow> {
  const { conversationId } = read(ofConversation, { conversationId: givenId }, conversationFaults(context.language));
  const row = await conversationStore(context.database).conversation(conversationId);
  if (!row) throw new Refusal(404, conversationMessages(context.language)('conversation-unknown'));
  return row;
}

export async function unitOrRefusal(context: Context, unitId: string): Promise<UnitInTree> {
  const unit = (await organisationTree(context)).find((one) => one.id === unitId);
  if (!unit) throw new Refusal(404, conversationMessages(context.language)('unit-unknown'));
  return unit;
}

/** Changes a conversation that is in one of these states, under lock: two phones can't take the same turn. */
export async function changeConversation<Result>(
  context: Context,
  conversationId: string,
  change: {
    states: readonly ConversationState[];
    action: `conversation.${string}`;
    keep: (inside: Context, row: ConversationRow) => Promise<Result>;
  },
): Promise<Result> {
  const row = await conversationOrRefusal(context, conversationId);
  authorize(context, mayLeadConversation(context.actor, row.unitId));
  return inTransaction(context, async (inside) => {
    const locked = await conversationStore(inside.database).lock(row.id);
    const state = locked?.state ?? 'agreed';
    if (!change.states.includes(state))
      throw new Refusal(409, conversationMessages(context.language)(`refused-in-${state}`));
    const result = await change.keep(inside, { ...row, ...locked });
    await audit(inside, change.action, row.id);
    return result;
  });
}
