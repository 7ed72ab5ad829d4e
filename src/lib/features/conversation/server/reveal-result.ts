import { latestResultFor } from '#lib/features/result/server/index.ts';
import { dayOf } from '#lib/platform/clock/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { conversationFaults, conversationMessages } from '../messages.ts';
import { ofConversation } from './conversation-input.ts';
import { changeConversation } from './conversation-of.ts';
import { conversationStore } from './store.ts';

/** Shows the result, once the team has placed itself: from here on the placing stays as it is. */
export async function revealResult(context: Context, input: unknown): Promise<void> {
  const { conversationId } = read(ofConversation, input, conversationFaults(context.language));
  await changeConversation(context, conversationId, {
    states: ['placing'],
    action: 'conversation.revealed',
    keep: async (inside, row) => {
      const store = conversationStore(inside.database);
      if ((await store.placing(conversationId)).length === 0)
        throw new Refusal(409, conversationMessages(context.language)('place-first'));
      const scan = await latestResultFor(inside, row.unitId);
      await store.update(conversationId, {
        state: 'revealed',
        scanId: scan?.id ?? null,
        heldOn: row.heldOn ?? dayOf(context.clock.now()),
      });
    },
  });
}
