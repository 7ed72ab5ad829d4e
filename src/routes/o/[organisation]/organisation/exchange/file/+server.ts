import type { RequestHandler } from '@sveltejs/kit';
import { ask, download, enter } from '#lib/entry/index.ts';
import { aggregateFile } from '#lib/features/exchange/server/index.ts';

/** By a form and not by a link: that a file leaves is written down. */
export const POST: RequestHandler = async (event) => {
  const context = await enter(event);
  const scanId = (await event.request.formData()).get('scanId');
  const { text, fileName } = await ask(() => aggregateFile(event.locals.app.platform, context, { scanId }));
  return download(text, 'application/json', fileName);
};
