import type { RequestEvent } from '@sveltejs/kit';
import { isLanguage } from '#lib/platform/language/index.ts';
import type { Language } from '#lib/platform/language/index.ts';

/** The language in the address, else the reader's own: a respondent needs no cookie for it. */
export function askedLanguage({ url, locals }: Pick<RequestEvent, 'url' | 'locals'>): Language {
  const asked = url.searchParams.get('language');
  return isLanguage(asked) ? asked : locals.language;
}
