import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { OutboxMail } from '../contract.ts';
import { organisationMessages } from '../messages.ts';
import { mayKeepOrganisation } from './policy.ts';
import { organisationStore } from './store.ts';

const mostShown = 100;
/** Written by one person to one other: that it went out may be seen here, not what it says. */
const confidentialKinds: ReadonlySet<string> = new Set(['contact-message']);

/** The organisation's last mails: what was sent, and what waits because there is no mail server. */
export async function outbox(context: Context): Promise<readonly OutboxMail[]> {
  authorize(context, mayKeepOrganisation(context.actor));
  const mails = await organisationStore(context.database).mails(mostShown);
  const say = organisationMessages(context.language);
  return mails.map(({ id, kind, recipient, subject, body, createdAt, sentAt, undeliveredAt }) => ({
    id,
    recipient,
    subject,
    text: confidentialKinds.has(kind) ? say('outbox-confidential') : body,
    createdAt: createdAt.toISOString(),
    state: sentAt !== null ? 'sent' : undeliveredAt !== null ? 'refused' : 'waits',
  }));
}
