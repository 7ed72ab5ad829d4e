import type { ServerLoad } from '@sveltejs/kit';
import { ask, enter } from '#lib/entry/index.ts';
import { lastResultForForesight } from '#lib/features/result/server/index.ts';
import { scanForesight } from '#lib/features/scan/server/index.ts';

export const load: ServerLoad = async (event) => {
  const context = await enter(event);
  const wishes = Object.fromEntries(event.url.searchParams);
  return ask(async () => ({
    foresight: await scanForesight(context, event.params['scan'] ?? '', wishes, await lastResultForForesight(context)),
  }));
};
