import type { Actions, RequestEvent, ServerLoad } from '@sveltejs/kit';
import { act, ask, visitor } from '#lib/entry/index.ts';
import { finishRound, panelPage } from '#lib/features/standard-setting/server/index.ts';

const door = ({ params }: RequestEvent) => ({ code: params['code'] ?? '', key: params['key'] ?? '' });

export const load: ServerLoad = async (event) => {
  const { platform, language } = visitor(event);
  const { code, key } = door(event);
  return { panel: await ask(() => panelPage(platform, door(event), language)), home: `/panel/${code}/${key}` };
};

export const actions: Actions = {
  finish: (event) =>
    act(event, () => {
      const { platform, language } = visitor(event);
      return finishRound(platform, door(event), language);
    }),
};
