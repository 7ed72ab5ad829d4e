import { z } from 'zod';
import { authorize, inTransaction } from '#lib/platform/context/index.ts';
import type { Context, Platform } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import type { SentMessage } from '../contract.ts';
import { contactFaults, contactMessages } from '../messages.ts';
import { deliverMessage } from './deliver-message.ts';
import { refuseTooMany } from './message-limit.ts';
import { contactPersonId, messageText } from './message-input.ts';
import { mayTalk } from './policy.ts';
import { readSubject, shareableLines } from './talk-subject.ts';

const SendMessage = z.object({
  contactPersonId,
  text: messageText,
  lines: z.array(z.string()).max(100, 'lines-changed').default([]),
  withName: z.string().optional(),
});

/** Sends a message with the ticked lines and nothing else. A line that isn't the sender's to share is refused. */
export async function sendMessage(
  platform: Platform,
  context: Context,
  input: Readonly<Record<string, unknown>>,
): Promise<SentMessage> {
  const wish = read(SendMessage, input, contactFaults(context.language));
  const subject = readSubject(input, context.language);
  authorize(context, mayTalk(context.actor));
  const { organisationId } = context.database;
  const possible = await shareableLines(context, subject);
  if (!wish.lines.every((line) => possible.includes(line)))
    throw new Refusal(409, contactMessages(context.language)('lines-changed'));
  await refuseTooMany(platform, { organisationId, accountId: context.actor.accountId }, context.language);
  const { name, email } = context.actor;
  return inTransaction(context, (inside) =>
    deliverMessage(inside, {
      contactPersonId: wish.contactPersonId,
      subject: subject.kind,
      sender: wish.withName === undefined ? { name: null, email: null } : { name, email },
      text: wish.text,
      lines: possible.filter((line) => wish.lines.includes(line)),
    }),
  );
}
