import type { ServerLoad } from '@sveltejs/kit';
import { ask, enter } from '#lib/entry/index.ts';
import { todayOf } from '#lib/features/today/server/index.ts';

export const load: ServerLoad = async (event) => {
  const context = await enter(event);
  return { today: await ask(() => todayOf(context)) };
};
