import type { RequestHandler } from '@sveltejs/kit';
import { ask, download, enter } from '#lib/entry/index.ts';
import { disclosureDocument } from '#lib/features/result/server/index.ts';

export const GET: RequestHandler = async (event) => {
  const context = await enter(event);
  const { bytes, contentType, fileName } = await ask(() => disclosureDocument(context, event.params['scan'] ?? ''));
  return download(bytes, contentType, fileName);
};
