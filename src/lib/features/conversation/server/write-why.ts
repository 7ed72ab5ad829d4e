import type { Context } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { conversationFaults } from '../messages.ts';
import { ofConversation, whyText } from './conversation-input.ts';
import { changeConversation } from './conversation-of.ts';
import { conversationStore } from './store.ts';

const WriteWhy = ofConversation.extend({ why: whyText });

/** Keeps what the team says is behind it. Stays with the team. */
export async function writeWhy(context: Context, input: unknown): Promise<void> {
  const { conversationId, why } = read(WriteWhy, input, conversationFaults(context.language));
  await changeConversation(context, conversationId, {
    states: ['revealed', 'chosen'],
    action: 'conversation.why-written',
    keep: (inside) => conversationStore(inside.database).update(conversationId, { why }),
  });
}
