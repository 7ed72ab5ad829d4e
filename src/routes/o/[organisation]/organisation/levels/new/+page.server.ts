import { redirect } from '@sveltejs/kit';
import type { Actions, ServerLoad } from '@sveltejs/kit';
import { act, ask, enter } from '#lib/entry/index.ts';
import { sessionForm, startSession } from '#lib/features/standard-setting/server/index.ts';

export const load: ServerLoad = async (event) => {
  const context = await enter(event);
  await ask(async () => sessionForm(context));
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
