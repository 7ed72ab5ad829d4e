import { redirect } from '@sveltejs/kit';
import type { Actions, ServerLoad } from '@sveltejs/kit';
import { act, ask, enter } from '#lib/entry/index.ts';
import { addNotDone, removeNotDone, saidAndDone } from '#lib/features/said-and-done/server/index.ts';
import { maySeeOverview } from '#lib/features/step-plan/server/index.ts';

export const load: ServerLoad = async (event) => {
  const context = await enter(event);
  return {
    page: await ask(() => saidAndDone(context, event.params['unit'] ?? '')),
    hasOthers: maySeeOverview(context.actor) || context.actor.leads.size > 1,
  };
};

export const actions: Actions = {
  add: async (event) => {
    const context = await enter(event);
    return act(event, async (fields) => {
      await addNotDone(context, fields);
      redirect(303, event.url.pathname);
    });
  },
  remove: async (event) => {
    const context = await enter(event);
    return act(event, async (fields) => {
      await removeNotDone(context, fields);
      redirect(303, event.url.pathname);
    });
  },
};
