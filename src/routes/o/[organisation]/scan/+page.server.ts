import type { ServerLoad } from '@sveltejs/kit';
import { ask, enter } from '#lib/entry/index.ts';
import { mayPrepareScan, scanList } from '#lib/features/scan/server/index.ts';

export const load: ServerLoad = async (event) => {
  const context = await enter(event);
  return { scans: await ask(() => scanList(context)), mayPrepare: mayPrepareScan(context.actor) };
};
