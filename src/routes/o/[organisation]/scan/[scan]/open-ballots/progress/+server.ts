import { json } from '@sveltejs/kit';
import type { RequestHandler } from '@sveltejs/kit';
import { ask, enter } from '#lib/entry/index.ts';
import { countingProgress } from '#lib/features/result/server/index.ts';

export const GET: RequestHandler = async (event) => {
  const context = await enter(event);
  return json(await ask(() => countingProgress(context, event.params['scan'] ?? '')));
};
