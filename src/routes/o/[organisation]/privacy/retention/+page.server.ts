import type { Actions, ServerLoad } from '@sveltejs/kit';
import { act, ask, enter } from '#lib/entry/index.ts';
import { retentionPage, setRetention } from '#lib/features/retention/server/index.ts';

export const load: ServerLoad = async (event) => {
  const context = await enter(event);
  return { retention: await ask(() => retentionPage(context)) };
};

export const actions: Actions = {
  set: async (event) => {
    const context = await enter(event);
    return act(event, (fields) => setRetention(context, fields));
  },
};
