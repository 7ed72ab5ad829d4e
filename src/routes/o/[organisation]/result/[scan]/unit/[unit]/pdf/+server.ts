import type { RequestHandler } from '@sveltejs/kit';
import { ask, download, enter } from '#lib/entry/index.ts';
import { resultDocument } from '#lib/features/result/server/index.ts';

export const GET: RequestHandler = async (event) => {
  const context = await enter(event);
  const { scan = '', unit = '' } = event.params;
  const { bytes, contentType, fileName } = await ask(() => resultDocument(context, scan, unit));
  return download(bytes, contentType, fileName);
};
