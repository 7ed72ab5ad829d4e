import { redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { ask } from '#lib/entry/index.ts';
import type { AnsweringPage } from '#lib/features/answering/contract.ts';
import { answeringPage } from '#lib/features/answering/server/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import { askedLanguage } from './asked-language.ts';

/** The peiling of the address, in the language that was asked for or the first that it speaks. */
export async function answeringLoad(event: RequestEvent): Promise<{ page: AnsweringPage; language: Language }> {
  const [code = '', invitationCode] = (event.params['scan'] ?? '').split('#');
  // A mail filter made %23 of the #: put it back, where no server sees it.
  if (invitationCode !== undefined) redirect(302, `/s/${code}${event.url.search}#${invitationCode}`);
  event.locals.language = askedLanguage(event);
  const page = await ask(() => answeringPage(event.locals.app.platform, code, event.locals.language));
  event.locals.language = page.language;
  return { page, language: page.language };
}
