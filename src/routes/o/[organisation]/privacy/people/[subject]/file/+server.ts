import type { RequestHandler } from '@sveltejs/kit';
import { ask, download, enter } from '#lib/entry/index.ts';
import { personalDataFile, personalDataOf } from '#lib/features/personal-data/server/index.ts';

export const GET: RequestHandler = async (event) => {
  const context = await enter(event);
  const format = event.url.searchParams.get('format') === 'json' ? 'json' : 'pdf';
  const { bytes, contentType, fileName } = await ask(async () =>
    personalDataFile(context, await personalDataOf(context, event.params['subject'] ?? ''), format),
  );
  return download(bytes, contentType, fileName);
};
