import { redirect } from '@sveltejs/kit';
import type { Actions, ServerLoad } from '@sveltejs/kit';
import { act, ask, enter } from '#lib/entry/index.ts';
import { eraseRows, researchPage } from '#lib/features/research/server/index.ts';

export const load: ServerLoad = async (event) => {
  const context = await enter(event);
  return { page: await ask(() => researchPage(context, event.params['scan'] ?? '')) };
};

export const actions: Actions = {
  erase: async (event) => {
    const context = await enter(event);
    return act(event, async () => {
      await eraseRows(context, { scanId: event.params['scan'] });
      redirect(303, event.url.pathname);
    });
  },
};
