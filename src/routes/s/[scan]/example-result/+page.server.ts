import { redirect } from '@sveltejs/kit';
import type { ServerLoad } from '@sveltejs/kit';
import { ask } from '#lib/entry/index.ts';
import { respondentScan } from '#lib/features/answering/server/index.ts';
import { exampleResult } from '#lib/features/result/server/index.ts';
import { askedLanguage } from '../asked-language.ts';

export const load: ServerLoad = async (event) => {
  const language = askedLanguage(event);
  event.locals.language = language;
  const scan = await ask(() => respondentScan(event.locals.app.platform, event.params['scan'] ?? '', language));
  // A pilot for research has no result for teams to show an example of.
  if (scan.research !== null) redirect(303, `/s/${scan.code}?language=${language}`);
  // Nothing in it is anybody's, and nothing in it changes.
  event.setHeaders({ 'cache-control': 'private, max-age=3600', vary: 'accept-language, cookie' });
  const which = askedTeam(event.url.searchParams.get('team'));
  return { page: exampleResult(language, which), which, code: scan.code, language };
};

function askedTeam(asked: string | null): 'team' | 'small' {
  return asked === 'small' ? 'small' : 'team';
}
