import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { TalkPage } from '../contract.ts';
import { presentPerson } from './contact-people.ts';
import { mayKeepContacts, mayReadMessagesOf, mayTalk } from './policy.ts';
import { contactStore } from './store.ts';
import { readSubject, shareableLines } from './talk-subject.ts';

/** Everything that would be shared, before anything is. */
export async function talkPage(context: Context, asked: Readonly<Record<string, string>>): Promise<TalkPage> {
  const subject = readSubject(asked, context.language);
  authorize(context, mayTalk(context.actor));
  const [people, lines] = await Promise.all([
    contactStore(context.database).people(),
    shareableLines(context, subject),
  ]);
  return {
    people: people.map(presentPerson),
    subject,
    lines,
    sender: { name: context.actor.name, email: context.actor.email },
    isContactPerson: people.some((person) => mayReadMessagesOf(context.actor, person)),
    mayKeepContacts: mayKeepContacts(context.actor),
    canMail: context.mailer.canSend,
  };
}
