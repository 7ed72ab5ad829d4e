import type { ServerLoad } from '@sveltejs/kit';
import { ask, enter } from '#lib/entry/index.ts';
import { resultByProfile } from '#lib/features/result/server/index.ts';

export const load: ServerLoad = async (event) => {
  const context = await enter(event);
  return { page: await ask(() => resultByProfile(context, event.params['scan'] ?? '')) };
};
