import { redirect } from '@sveltejs/kit';
import type { Actions, ServerLoad } from '@sveltejs/kit';
import { act, ask, enter } from '#lib/entry/index.ts';
import {
  mayReadConversation,
  planConversation,
  startConversation,
  unitConversations,
} from '#lib/features/conversation/server/index.ts';
import { dayOf } from '#lib/platform/clock/index.ts';

export const load: ServerLoad = async (event) => {
  const context = await enter(event);
  const unitId = event.params['unit'] ?? '';
  return {
    page: await ask(() => unitConversations(context, unitId)),
    readsAll: mayReadConversation(context.actor, unitId),
    today: dayOf(context.clock.now()),
  };
};

export const actions: Actions = {
  start: async (event) => {
    const context = await enter(event);
    return act(event, async (fields) => {
      const { conversationId } = await startConversation(context, fields);
      redirect(303, `${event.url.pathname}/${conversationId}`);
    });
  },
  plan: async (event) => {
    const context = await enter(event);
    return act(event, async (fields) => {
      await planConversation(context, fields);
      return { isPlanned: true };
    });
  },
};
