import type { ServerLoad } from '@sveltejs/kit';
import { ask, enter } from '#lib/entry/index.ts';
import { keyList } from '#lib/features/opening-key/server/index.ts';

export const load: ServerLoad = async (event) => {
  const context = await enter(event);
  return { keys: await ask(() => keyList(context)) };
};
