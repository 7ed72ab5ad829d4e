import type { ServerLoad } from '@sveltejs/kit';
import { ask, enter } from '#lib/entry/index.ts';
import { unitsSideBySide } from '#lib/features/result/server/index.ts';

export const load: ServerLoad = async (event) => {
  const context = await enter(event);
  const focus = event.url.searchParams.get('unit');
  return { page: await ask(() => unitsSideBySide(context, event.params['scan'] ?? '', focus)) };
};
