import type { Actions, ServerLoad } from '@sveltejs/kit';
import { act, ask, enter } from '#lib/entry/index.ts';
import { markAnswered, receivedMessages, removeMessage } from '#lib/features/contact/server/index.ts';

export const load: ServerLoad = async (event) => {
  const context = await enter(event);
  return { messages: await ask(() => receivedMessages(context)) };
};

export const actions: Actions = {
  answered: async (event) => {
    const context = await enter(event);
    return act(event, (fields) => markAnswered(context, fields));
  },
  remove: async (event) => {
    const context = await enter(event);
    return act(event, (fields) => removeMessage(context, fields));
  },
};
