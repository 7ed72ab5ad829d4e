import { peopleInUnits } from '#lib/features/organisation/server/index.ts';
import { scanSetup, scanUnits } from '#lib/features/scan/server/index.ts';
import { contextOf, productActor } from '#lib/platform/context/index.ts';
import type { Platform } from '#lib/platform/context/index.ts';
import type { JobPayload } from '#lib/platform/jobs/index.ts';
import { deliver } from '#lib/platform/mail/index.ts';
import { countedWith } from './counted-with.ts';
import { codeOf } from './derived-code.ts';
import { invitationLink } from './invitation-link.ts';
import { invitationMail } from './invitation-mail.ts';
import { isPromised } from './invitation-terms.ts';
import { mailingStore } from './store-mailing.ts';

export const sendMailingJob = 'send-mailing';

/**
 * Sends a mailing, one mail after the other, and keeps after each how far it came: a retry goes on from there. Killed
 * between the server's yes and our note, it mails that one person again; nobody else. Codes are made here and forgotten.
 */
export async function sendMailing(
  platform: Platform,
  { organisationId, scanId = '', mailingId = '' }: JobPayload,
): Promise<void> {
  const database = platform.database.of(organisationId);
  const store = mailingStore(database);
  const [mailing, scan] = await Promise.all([store.mailing(scanId, mailingId), scanSetup(database, scanId)]);
  if (!mailing || mailing.sentAt || !scan || !isPromised(scan)) return;
  // Closed in the meantime: a link that no longer works isn't sent.
  const recipients = scan.state === 'open' ? await store.recipientsAfter(scanId, mailing) : [];
  const people = recipients.length > 0 ? await peopleById(platform, organisationId) : new Map<string, never>();

  const countedWithOf = countedWith(await scanUnits(database, scanId), scan);

  let from = mailing.sentThrough;
  for (const { id, personId, scanUnitId, language } of recipients) {
    const person = personId === null ? undefined : people.get(personId);
    const link = invitationLink(platform.publicUrl, scan, codeOf(platform.secrets, scanId, id));
    const isDelivered = person?.email
      ? await deliver(platform.mailer, {
          to: person.email,
          ...invitationMail(scan, {
            kind: mailing.kind,
            name: person.name,
            link,
            countedWith: countedWithOf(scanUnitId, language),
            language,
          }),
        })
      : false;
    const isOurs = await store.advance({
      scanId,
      mailingId,
      from,
      through: id,
      isUndelivered: !isDelivered && person !== undefined,
    });
    if (!isOurs) return;
    from = id;
  }
  await store.finish(scanId, mailingId, platform.clock.now());
}

/** The job acts for the coordinator who asked for the mailing: it may read names and addresses. */
async function peopleById(platform: Platform, organisationId: string) {
  const actor = { ...productActor, roles: new Set(['coordinator'] as const) };
  const people = await peopleInUnits(contextOf(platform, { organisationId, actor, language: 'nl' }));
  return new Map(people.map((person) => [person.id, person]));
}
