import { redirect } from '@sveltejs/kit';
import type { Actions, ServerLoad } from '@sveltejs/kit';
import { act, ask, visitor } from '#lib/entry/index.ts';
import { joinPage, joinPanel } from '#lib/features/standard-setting/server/index.ts';

export const load: ServerLoad = async (event) => {
  const { platform, language } = visitor(event);
  return { join: await ask(() => joinPage(platform, event.params['code'] ?? '', language)) };
};

export const actions: Actions = {
  default: (event) =>
    act(event, async (fields) => {
      const { platform, language } = visitor(event);
      const code = event.params['code'] ?? '';
      const { key } = await joinPanel(platform, code, fields, language);
      redirect(303, `/panel/${code}/${key}`);
    }),
};
