import { dayOf } from '#lib/platform/clock/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { newId } from '#lib/platform/database/index.ts';
import { queueMail } from '#lib/platform/mail/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import type { ReceivedMessage, SentMessage } from '../contract.ts';
import { contactMessages } from '../messages.ts';
import { contactStore } from './store.ts';

export interface MessageToSend {
  readonly contactPersonId: string;
  readonly subject: ReceivedMessage['subject'];
  readonly sender: { readonly name: string | null; readonly email: string | null };
  readonly text: string;
  /** Exactly what is shared beside the text, in the sender's order. */
  readonly lines: readonly string[];
}

/** The outbox of the organisation shows that a mail of this kind went out, not what it says. */
const contactMailKind = 'contact-message';

/**
 * Keeps a message and mails it, in the caller's transaction. Only the day is kept, and the audit log says nothing:
 * neither an hour nor an account leads from a message without a name to who wrote it.
 */
export async function deliverMessage(inside: Context, message: MessageToSend): Promise<SentMessage> {
  const { subject, sender, text, lines, contactPersonId } = message;
  const say = contactMessages(inside.language);
  const store = contactStore(inside.database);
  const person = (await store.people()).find(({ id }) => id === contactPersonId);
  if (!person) throw new Refusal(404, say('person-unknown'), 'contactPersonId');
  const day = new Date(`${dayOf(inside.clock.now())}T12:00:00Z`);
  await store.insertMessage({
    id: newId(),
    contactPersonId,
    senderName: sender.name,
    senderEmail: sender.email,
    subjectKind: subject,
    lines,
    text,
    sentAt: day,
  });
  const from = senderLine(sender);
  await queueMail(inside.database, inside.jobs, {
    kind: contactMailKind,
    isForgottenOnceSent: true,
    to: person.email,
    subject: say(`mail-subject-${subject}`),
    text: [
      say('mail-greeting', { name: person.name }),
      from === null ? say('mail-from-nobody') : say('mail-from', { sender: from }),
      text,
      ...(lines.length > 0 ? [`${say('mail-shared')}\n${lines.map((line) => `- ${line}`).join('\n')}`] : []),
      say('mail-foot'),
    ].join('\n\n'),
    at: day,
  });
  return { to: person.name, text, lines, sender: from, isMailed: inside.mailer.canSend };
}

export function senderLine({ name, email }: MessageToSend['sender']): string | null {
  if (name && email) return `${name} (${email})`;
  return name ?? email;
}
