import type { OrganisationDatabase } from '../database/index.ts';
import { newId } from '../database/index.ts';
import type { Jobs } from '../jobs/index.ts';
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
  const body = mail.calendar ? `${mail.text}\n\n${calendarMark}\n${mail.calendar}` : mail.text;
  await database.tables
    .insertInto('outboxMail')
    .values({
      id,
      kind: mail.kind,
      recipient: mail.to,
      subject: mail.subject,
      body,
      isForgottenOnceSent: mail.isForgottenOnceSent ?? false,
      createdAt: mail.at,
    })
    .execute();
  await jobs.add(
    database,
    sendQueuedMailJob,
    { organisationId: database.organisationId, mailId: id },
    { key: `mail:${id}` },
  );
}

const calendarMark = '-- agenda.ics --';

/** Asks for every mail that still waits to be sent: a mail server may have been set up since. */
export async function sendWaitingMail(database: OrganisationDatabase, jobs: Jobs): Promise<void> {
  const waiting = await database.tables.selectFrom('outboxMail').select('id').where('sentAt', 'is', null).execute();
  for (const { id } of waiting) {
    const payload = { organisationId: database.organisationId, mailId: id };
    await jobs.add(database, sendQueuedMailJob, payload, { key: `mail:${id}` });
  }
}

/** Sends one mail of the outbox, once. Without a mail server it stays there, to be read on screen. */
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
    .executeTakeFirst();
  if (!mail) return;
  const [text = '', calendar] = mail.body.split(`\n\n${calendarMark}\n`);
  await mailer.sendNow({ to: mail.recipient, subject: mail.subject, text, ...(calendar ? { calendar } : {}) });
  await database.tables
    .updateTable('outboxMail')
    .set({ sentAt: now, ...(mail.isForgottenOnceSent ? { body: '' } : {}) })
    .where('id', '=', mailId)
    .execute();
}
