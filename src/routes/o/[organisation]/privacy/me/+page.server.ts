import type { ServerLoad } from '@sveltejs/kit';
import { ask, enter } from '#lib/entry/index.ts';
import { ownPersonalData } from '#lib/features/personal-data/server/index.ts';

export const load: ServerLoad = async (event) => {
  const context = await enter(event);
  return { own: await ask(() => ownPersonalData(context)) };
};
