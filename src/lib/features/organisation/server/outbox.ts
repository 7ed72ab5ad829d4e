import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { OutboxMail } from '../contract.ts';
import { mayKeepOrganisation } from './policy.ts';
import { organisationStore } from './store.ts';

const mostShown = 100;

/** The organisation's last mails: what was sent, and what waits because there is no mail server. */
export async function outbox(context: Context): Promise<readonly OutboxMail[]> {
  authorize(context, mayKeepOrganisation(context.actor));
  const mails = await organisationStore(context.database).mails(mostShown);
  return mails.map(({ id, recipient, subject, body, createdAt, sentAt }) => ({
    id,
    recipient,
    subject,
    text: body,
    createdAt: createdAt.toISOString(),
    isSent: sentAt !== null,
  }));
}
