import { answerScale, itemsOf } from '@lerend/instrument';
import { z } from 'zod';
import { ownOrganisations } from '#lib/features/organisation/server/index.ts';
import { answerLine } from '#lib/features/quick-try/contract.ts';
import { contextOf, inTransaction, productActor } from '#lib/platform/context/index.ts';
import type { Platform } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import type { SentMessage, TryTalkPage } from '../contract.ts';
import { contactFaults, contactMessages } from '../messages.ts';
import { presentPerson } from './contact-people.ts';
import { deliverMessage } from './deliver-message.ts';
import { contactPersonId, messageText } from './message-input.ts';
import { refuseTooMany } from './message-limit.ts';
import { contactStore } from './store.ts';

/** Whom a visitor can write to: only where there is one organisation, so that it's clear whose people they are. */
export async function tryTalkPage(platform: Platform): Promise<TryTalkPage | null> {
  const [organisation, another] = await ownOrganisations(platform);
  if (!organisation || another) return null;
  const people = await contactStore(platform.database.of(organisation.id)).people();
  if (people.length === 0) return null;
  return { organisationName: organisation.name, people: people.map(presentPerson), canMail: platform.mailer.canSend };
}

const SendTryMessage = z.object({
  contactPersonId,
  text: messageText,
  name: z.string().trim().max(120, 'name-too-long').default(''),
  email: z.union([z.literal(''), z.string().trim().toLowerCase().pipe(z.email('email-unclear'))]).default(''),
  answers: z.array(z.string()).max(itemsOf('pulse').length, 'lines-changed').default([]),
});

/** A visitor's message: what they typed and, if they ticked it, the answers that stood in the form. */
export async function sendTryMessage(platform: Platform, input: unknown, language: Language): Promise<SentMessage> {
  const wish = read(SendTryMessage, input, contactFaults(language));
  const say = contactMessages(language);
  const [organisation, another] = await ownOrganisations(platform);
  if (!organisation || another) throw new Refusal(404, say('person-unknown'));
  const possible = possibleAnswerLines(language);
  if (!wish.answers.every((line) => possible.has(line))) throw new Refusal(422, say('lines-changed'));
  await refuseTooMany(platform, { organisationId: organisation.id, accountId: null }, language);
  const context = contextOf(platform, { organisationId: organisation.id, actor: productActor, language });
  return inTransaction(context, (inside) =>
    deliverMessage(inside, {
      contactPersonId: wish.contactPersonId,
      subject: 'quick-try',
      sender: { name: wish.name || null, email: wish.email || null },
      text: wish.text,
      lines: wish.answers,
    }),
  );
}

/** Every line that a quick try can bring forth: nothing else passes for an answer. */
function possibleAnswerLines(language: Language): ReadonlySet<string> {
  return new Set(
    itemsOf('pulse').flatMap((item) =>
      answerScale.options.map((option) => answerLine(item.text[language], option.label[language])),
    ),
  );
}
