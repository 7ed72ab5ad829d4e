import { redirect } from '@sveltejs/kit';
import type { Actions, ServerLoad } from '@sveltejs/kit';
import { act, ask, enter } from '#lib/entry/index.ts';
import { blackOut, releaseWords, wordsReview } from '#lib/features/words/server/index.ts';

export const load: ServerLoad = async (event) => {
  const context = await enter(event);
  return { review: await ask(() => wordsReview(context, event.params['scan'] ?? '')) };
};

export const actions: Actions = {
  'black-out': async (event) => {
    const context = await enter(event);
    return act(event, async (fields) => {
      await blackOut(context, { ...fields, scanId: event.params['scan'] });
      return { isBlack: true };
    });
  },
  release: async (event) => {
    const context = await enter(event);
    return act(event, async () => {
      await releaseWords(context, { scanId: event.params['scan'] });
      redirect(303, event.url.pathname.replace(/\/words$/, ''));
    });
  },
};
