import { redirect } from '@sveltejs/kit';
import type { Actions, RequestEvent, ServerLoad } from '@sveltejs/kit';
import { act, ask, visitor } from '#lib/entry/index.ts';
import { keepArea, panelAreaPage } from '#lib/features/standard-setting/server/index.ts';

const door = ({ params }: RequestEvent) => ({ code: params['code'] ?? '', key: params['key'] ?? '' });
const home = (event: RequestEvent): string => `/panel/${door(event).code}/${door(event).key}`;

export const load: ServerLoad = async (event) => {
  const { platform, language } = visitor(event);
  const area = await ask(() => panelAreaPage(platform, door(event), event.params['area'] ?? '', language));
  return { area, home: home(event) };
};

export const actions: Actions = {
  default: (event) =>
    act(event, async (fields) => {
      const { platform, language } = visitor(event);
      const { next } = await keepArea(platform, door(event), event.params['area'] ?? '', fields, language);
      redirect(303, next === null ? home(event) : `${home(event)}/${next}`);
    }),
};
