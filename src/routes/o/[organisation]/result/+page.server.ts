import { redirect } from '@sveltejs/kit';
import type { Actions, ServerLoad } from '@sveltejs/kit';
import { act, ask, enter } from '#lib/entry/index.ts';
import { finishScan, mayReadForDirection, nextResultOn, publishedResults } from '#lib/features/result/server/index.ts';

export const load: ServerLoad = async (event) => {
  const context = await enter(event);
  const list = await ask(() => publishedResults(context));
  return {
    list,
    nextOn: list.latest ? null : await nextResultOn(context),
    isForDirection: mayReadForDirection(context.actor),
  };
};

export const actions: Actions = {
  finish: async (event) => {
    const context = await enter(event);
    return act(event, async (fields) => {
      const { scanId, isPilot } = await finishScan(context, fields);
      const { organisationId } = context.database;
      redirect(303, `/o/${organisationId}/${isPilot ? `scan/${scanId}/research` : `result/${scanId}`}?counted=yes`);
    });
  },
};
