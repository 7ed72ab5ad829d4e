import { redirect } from '@sveltejs/kit';
import type { Actions, ServerLoad } from '@sveltejs/kit';
import { act, ask, enter } from '#lib/entry/index.ts';
import { poolBeside } from '#lib/features/exchange/server/index.ts';
import {
  leadsToAudit,
  mayPublishResult,
  mayReadAudit,
  publishResult,
  resultOf,
} from '#lib/features/result/server/index.ts';
import { mayReviewWords, wordsOf } from '#lib/features/words/server/index.ts';

export const load: ServerLoad = async (event) => {
  const context = await enter(event);
  const scanId = event.params['scan'] ?? '';
  if (await leadsToAudit(context, scanId)) redirect(303, `${event.url.pathname}/audit`);
  return {
    page: await ask(() => resultOf(context, scanId)),
    beside: await ask(() => poolBeside(context, scanId)),
    words: await ask(() => wordsOf(context, scanId)),
    mayReviewWords: mayReviewWords(context.actor),
    mayPublish: mayPublishResult(context.actor),
    mayReadAudit: mayReadAudit(context.actor),
    isCounted: event.url.searchParams.has('counted'),
  };
};

export const actions: Actions = {
  publish: async (event) => {
    const context = await enter(event);
    return act(event, async () => {
      await publishResult(context, event.params['scan'] ?? '');
      return { isPublished: true };
    });
  },
};
