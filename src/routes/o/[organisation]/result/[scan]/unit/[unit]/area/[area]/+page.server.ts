import type { ServerLoad } from '@sveltejs/kit';
import { ask, enter } from '#lib/entry/index.ts';
import { areaResultOf } from '#lib/features/result/server/index.ts';

export const load: ServerLoad = async (event) => {
  const context = await enter(event);
  const { scan = '', unit = '', area = '' } = event.params;
  return { page: await ask(() => areaResultOf(context, scan, unit, area)) };
};
