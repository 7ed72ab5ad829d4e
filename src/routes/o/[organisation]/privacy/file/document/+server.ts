import type { RequestHandler } from '@sveltejs/kit';
import { ask, download, enter } from '#lib/entry/index.ts';
import { privacyFileDocument } from '#lib/features/privacy/server/index.ts';
import attackReport from '../../../../../../../docs/privacy.md?raw';

export const GET: RequestHandler = async (event) => {
  const context = await enter(event);
  const scanId = event.url.searchParams.get('scan');
  const { bytes, fileName } = await ask(() => privacyFileDocument(context, { scanId, attackReport }));
  return download(bytes, 'application/pdf', fileName);
};
