import { dayOf } from '#lib/platform/clock/index.ts';
import { audit, authorize, inTransaction } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { newId } from '#lib/platform/database/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { invitationFaults, invitationMessages } from '../messages.ts';
import { foundOpenScan } from './found-scan.ts';
import { ofScan } from './invite-everyone.ts';
import { mayInvite } from './policy.ts';
import { sendMailingJob } from './send-mailing.ts';
import { mailingStore } from './store-mailing.ts';
import { invitationStore } from './store.ts';

/** The first mail of a day that lies ahead goes out in the morning. */
const morning = 'T06:00:00Z';

/** Mails everyone with an address who wasn't mailed yet: now, or on the morning of the first day. */
export async function sendInvitations(
  context: Context,
  input: unknown,
): Promise<{ recipients: number; dueOn: string }> {
  const { scanId } = read(ofScan, input, invitationFaults(context.language));
  authorize(context, mayInvite(context.actor));
  const say = invitationMessages(context.language);
  if (!context.mailer.canSend) throw new Refusal(409, say('no-mail-server'));
  return inTransaction(context, async (inside) => {
    const scan = await foundOpenScan(inside, scanId);
    if (await invitationStore(inside.database).isExample()) throw new Refusal(409, say('example-stays-in'));
    const store = mailingStore(inside.database);
    const today = dayOf(context.clock.now());
    const dueOn = scan.opensOn > today ? scan.opensOn : today;
    const mailingId = newId();
    const recipients = await store.takeAlong(scanId, mailingId);
    if (recipients === 0) throw new Refusal(409, say('nobody-to-mail'));
    await store.insertMailing({ id: mailingId, scanId, kind: 'invitation', dueOn, recipients });
    const payload = { organisationId: inside.database.organisationId, scanId, mailingId };
    await context.jobs.add(inside.database, sendMailingJob, payload, {
      key: `mailing:${mailingId}`,
      ...(dueOn > today ? { runAt: new Date(`${dueOn}${morning}`) } : {}),
    });
    await audit(inside, 'invitation.mailing-started', mailingId);
    return { recipients, dueOn };
  });
}
