import type { RequestHandler } from '@sveltejs/kit';
import { ask, download, enter } from '#lib/entry/index.ts';
import { cutScoreFile } from '#lib/features/cut-scores/server/index.ts';

export const GET: RequestHandler = async (event) => {
  const context = await enter(event);
  const { text, fileName } = await ask(() => cutScoreFile(context, event.params['version'] ?? ''));
  return download(text, 'application/json', fileName);
};
