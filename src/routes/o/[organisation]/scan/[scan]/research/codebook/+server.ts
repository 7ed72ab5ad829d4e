import type { RequestHandler } from '@sveltejs/kit';
import { ask, download, enter } from '#lib/entry/index.ts';
import { codebook } from '#lib/features/research/server/index.ts';

export const GET: RequestHandler = async (event) => {
  const context = await enter(event);
  const { bytes, fileName } = await ask(() => codebook(context, event.params['scan'] ?? ''));
  return download(bytes, 'text/csv; charset=utf-8', fileName);
};
