import type { ServerLoad } from '@sveltejs/kit';
import { ask, enter } from '#lib/entry/index.ts';
import { measurementQuality } from '#lib/features/quality/server/index.ts';

export const load: ServerLoad = async (event) => {
  const context = await enter(event);
  return { page: await ask(() => measurementQuality(context, event.params['scan'] ?? '')) };
};
