import type { Actions, ServerLoad } from '@sveltejs/kit';
import { act, ask, bytesOf, enter } from '#lib/entry/index.ts';
import { adoptCutScoreFile, adoptVersion, levelsPage } from '#lib/features/cut-scores/server/index.ts';
import { sessionList } from '#lib/features/standard-setting/server/index.ts';

export const load: ServerLoad = async (event) => {
  const context = await enter(event);
  return {
    levels: await ask(() => levelsPage(context)),
    sessions: await ask(() => sessionList(context)),
  };
};

export const actions: Actions = {
  file: async (event) => {
    const context = await enter(event);
    return act(event, async (_fields, form) => {
      const { version } = await adoptCutScoreFile(event.locals.app.platform, context, await bytesOf(form, 'file'));
      return { adopted: version };
    });
  },
  return: async (event) => {
    const context = await enter(event);
    return act(event, async (fields) => {
      await adoptVersion(context, fields);
      return { isReturned: true };
    });
  },
};
