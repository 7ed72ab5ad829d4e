import type { Actions, ServerLoad } from '@sveltejs/kit';
import { act, ask, enter } from '#lib/entry/index.ts';
import { countAgain, disclosureReport } from '#lib/features/result/server/index.ts';

export const load: ServerLoad = async (event) => {
  const context = await enter(event);
  return { page: await ask(() => disclosureReport(context, event.params['scan'] ?? '')) };
};

export const actions: Actions = {
  again: async (event) => {
    const context = await enter(event);
    return act(event, (fields) => countAgain(context, { ...fields, scanId: event.params['scan'] ?? '' }));
  },
};
