import { z } from 'zod';
import { dayOf } from '#lib/platform/clock/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import type { ReceivedMessage } from '../contract.ts';
import { contactFaults, contactMessages } from '../messages.ts';
import { senderLine } from './deliver-message.ts';
import { mayReadMessagesOf } from './policy.ts';
import { contactStore } from './store.ts';

/** The contact persons that this reader is; nobody who can't be written to has messages to read. */
async function own(context: Context): Promise<readonly string[]> {
  const people = await contactStore(context.database).people();
  return people.filter((person) => mayReadMessagesOf(context.actor, person)).map(({ id }) => id);
}

/** Messages to this reader, the last one first; null when they aren't a contact person. */
export async function receivedMessages(context: Context): Promise<readonly ReceivedMessage[] | null> {
  const ids = await own(context);
  if (ids.length === 0) return null;
  const messages = await contactStore(context.database).messagesOf(ids);
  return messages.map((message) => ({
    id: message.id,
    sentOn: dayOf(message.sentAt),
    subject: message.subjectKind,
    sender: senderLine({ name: message.senderName, email: message.senderEmail }),
    text: message.text,
    lines: message.shared as string[],
    isAnswered: message.answeredAt !== null,
  }));
}

const OneMessage = z.object({ messageId: z.uuid('message-unknown') });

/** Marks a message as answered; the answer itself goes by mail or by word of mouth. */
export async function markAnswered(context: Context, input: unknown): Promise<void> {
  const { messageId } = read(OneMessage, input, contactFaults(context.language));
  const ids = await own(context);
  const found =
    ids.length > 0 && (await contactStore(context.database).markAnswered(messageId, ids, context.clock.now()));
  if (!found) throw new Refusal(404, contactMessages(context.language)('message-unknown'));
}

/** Wipes a message for good. */
export async function removeMessage(context: Context, input: unknown): Promise<void> {
  const { messageId } = read(OneMessage, input, contactFaults(context.language));
  const ids = await own(context);
  const found = ids.length > 0 && (await contactStore(context.database).removeMessage(messageId, ids));
  if (!found) throw new Refusal(404, contactMessages(context.language)('message-unknown'));
}
