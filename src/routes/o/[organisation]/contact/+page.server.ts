import type { Actions, ServerLoad } from '@sveltejs/kit';
import { act, ask, enter } from '#lib/entry/index.ts';
import { sendMessage, talkPage } from '#lib/features/contact/server/index.ts';

export const load: ServerLoad = async (event) => {
  const context = await enter(event);
  const asked = Object.fromEntries(event.url.searchParams);
  return { page: await ask(() => talkPage(context, asked)) };
};

export const actions: Actions = {
  send: async (event) => {
    const context = await enter(event);
    return act(event, async (fields) => ({ sent: await sendMessage(event.locals.app.platform, context, fields) }));
  },
};
