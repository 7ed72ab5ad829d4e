import { redirect } from '@sveltejs/kit';
import type { Actions, RequestEvent, ServerLoad } from '@sveltejs/kit';
import { act, ask, enter } from '#lib/entry/index.ts';
import { keepPaperSheet, paperSheet } from '#lib/features/standard-setting/server/index.ts';

const ofSheet = ({ params }: RequestEvent) => ({
  sessionId: params['session'] ?? '',
  panellistId: params['panellist'] ?? '',
});

export const load: ServerLoad = async (event) => {
  const context = await enter(event);
  return { sheet: await ask(() => paperSheet(context, ofSheet(event))) };
};

export const actions: Actions = {
  default: async (event) => {
    const context = await enter(event);
    return act(event, async (fields) => {
      const { isFinished } = await keepPaperSheet(context, ofSheet(event), fields);
      if (isFinished) redirect(303, `../../${ofSheet(event).sessionId}`);
      return { isFinished };
    });
  },
};
