import { dayOf } from '../clock/index.ts';
import type { OrganisationDatabase } from '../database/index.ts';
import { newId } from '../database/index.ts';
import type { Jobs } from '../jobs/index.ts';
import { deliver } from './deliver.ts';
import type { Mailer, MailMessage } from './mailer.ts';

export const sendQueuedMailJob = 'send-queued-mail';

/**
 * Puts a mail in the organisation's outbox, within the caller's transaction, and asks for it to be sent.
 * Never for a sign-in link or an invitation: the outbox can be read by a coordinator.
 */
export async function queueMail(
  database: OrganisationDatabase,
  jobs: Jobs,
  mail: MailMessage & { kind: string; at: Date; isForgottenOnceSent?: boolean },
): Promise<void> {
  const id = newId();
  const isForgottenOnceSent = mail.isForgottenOnceSent ?? false;
  await database.tables
    .insertInto('outboxMail')
    .values({
      id,
      kind: mail.kind,
      recipient: mail.to,
      subject: mail.subject,
      body: mail.text,
      calendar: mail.calendar ?? null,
      isForgottenOnceSent,
      createdAt: isForgottenOnceSent ? dayOnly(mail.at) : mail.at,
    })
    .execute();
  await askToSend(database, jobs, id);
}

/** Asks for every mail that still waits to be sent: a mail server may have been set up since. */
export async function sendWaitingMail(database: OrganisationDatabase, jobs: Jobs): Promise<void> {
  const waiting = await database.tables
    .selectFrom('outboxMail')
    .select('id')
    .where('sentAt', 'is', null)
    .where('undeliveredAt', 'is', null)
    .execute();
  for (const { id } of waiting) await askToSend(database, jobs, id);
}

/**
 * Sends one mail of the outbox, once. Without a mail server it stays there, to be read on screen; refused for its
 * address it stays there as undelivered.
 */
export async function sendQueuedMail(
  database: OrganisationDatabase,
  mailer: Mailer,
  mailId: string,
  now: Date,
): Promise<void> {
  if (!mailer.canSend) return;
  const mail = await database.tables
    .selectFrom('outboxMail')
    .selectAll()
    .where('id', '=', mailId)
    .where('sentAt', 'is', null)
    .where('undeliveredAt', 'is', null)
    .executeTakeFirst();
  if (!mail) return;
  const { recipient: to, subject, body: text, calendar, isForgottenOnceSent } = mail;
  const isDelivered = await deliver(mailer, { to, subject, text, ...(calendar === null ? {} : { calendar }) });
  const at = isForgottenOnceSent ? dayOnly(now) : now;
  await database.tables
    .updateTable('outboxMail')
    .set({
      ...(isDelivered ? { sentAt: at } : { undeliveredAt: at }),
      ...(isForgottenOnceSent ? { body: '' } : {}),
    })
    .where('id', '=', mailId)
    .execute();
}

function askToSend(database: OrganisationDatabase, jobs: Jobs, mailId: string): Promise<void> {
  const payload = { organisationId: database.organisationId, mailId };
  return jobs.add(database, sendQueuedMailJob, payload, { key: `mail:${mailId}` });
}

/** Noon of that day: of a message that is forgotten the hour could lead to who wrote it. */
function dayOnly(moment: Date): Date {
  return new Date(`${dayOf(moment)}T12:00:00Z`);
}
