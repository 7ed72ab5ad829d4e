import { redirect } from '@sveltejs/kit';
import type { Actions, ServerLoad } from '@sveltejs/kit';
import { act, enter } from '#lib/entry/index.ts';
import { startSession } from '#lib/features/standard-setting/server/index.ts';

export const load: ServerLoad = async (event) => {
  await enter(event);
};

export const actions: Actions = {
  default: async (event) => {
    const context = await enter(event);
    return act(event, async (fields) => {
      const { sessionId } = await startSession(context, fields);
      redirect(303, `./${sessionId}`);
    });
  },
};
