import { organisationMessages } from '#lib/features/organisation/messages.ts';
import type { Language } from '#lib/platform/language/index.ts';
import type { Place } from './place.ts';
import type { Somebody } from './somebody.ts';

/** Asks for a sign-in link, reads it in the mailbox, and enters. */
export async function signInByMail(
  person: Somebody,
  { mailbox }: Place,
  email: string,
  language: Language,
): Promise<void> {
  const say = organisationMessages(language);
  await person.goTo('/sign-in');
  await person.page.locator('#link-email').fill(email);
  await person.press(say('link-send'));
  await person.reads(say('link-sent'));
  const { text } = await mailbox.next(email, /Lerend/);
  await person.goTo(linkIn(text));
  await person.press(say('link-use'));
}

/** The one address in a mail. */
export function linkIn(text: string): string {
  const link = /https?:\/\/\S+/.exec(text)?.[0];
  if (!link) throw new Error(`There is no link in:\n${text}`);
  return link;
}
