import { json } from '@sveltejs/kit';
import type { RequestHandler } from '@sveltejs/kit';
import { ask } from '#lib/entry/index.ts';
import { publishedNumbers, respondentScan } from '#lib/features/answering/server/index.ts';
import { askedLanguage } from '../asked-language.ts';

export const GET: RequestHandler = async (event) => {
  const { platform } = event.locals.app;
  const language = askedLanguage(event);
  const counted = await ask(async () => {
    const scan = await respondentScan(platform, event.params['scan'] ?? '', language);
    return publishedNumbers(platform, scan, language);
  });
  // Public, and the same for ever.
  return json(counted, { headers: { 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=3600' } });
};
