import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closeScan } from '#lib/features/scan/server/index.ts';
import type { Context, Platform } from '#lib/platform/context/index.ts';
import type { MailMessage } from '#lib/platform/mail/index.ts';
import { testWorld } from '#lib/platform/testing/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';
import { builtOpenScan, builtOrganisation } from './testing/invitation-builder.ts';
import { invitationOverview } from './invitation-overview.ts';
import { inviteEveryone } from './invite-everyone.ts';
import { sendDueReminders } from './send-due-reminders.ts';
import { sendInvitations } from './send-invitations.ts';
import { sendMailing } from './send-mailing.ts';

const five = ['An', 'Bo', 'Cas', 'Dee', 'Eef'].map((name) => ({ name, email: `${name.toLowerCase()}@voorbeeld.nl` }));

let world: TestWorld;
let coordinator: Context;
let scanId: string;

beforeEach(async () => {
  world = await testWorld();
  coordinator = await builtOrganisation(world, five);
  ({ scanId } = await builtOpenScan(world, coordinator));
  await inviteEveryone(coordinator, { scanId });
});
afterEach(() => world.close());

/** Runs every mailing that waits, as the job worker would. */
async function runMailings(platform: Platform = world.platform): Promise<void> {
  const mailings = await coordinator.database.tables
    .selectFrom('mailing')
    .select('id')
    .where('sentAt', 'is', null)
    .execute();
  const { organisationId } = coordinator.database;
  for (const { id } of mailings) await sendMailing(platform, { organisationId, scanId, mailingId: id });
}

const refusing = (refuse: (message: MailMessage, nth: number) => Error | undefined): Platform => {
  let nth = 0;
  const sendNow = (message: MailMessage): Promise<void> => {
    const refusal = refuse(message, (nth += 1));
    return refusal ? Promise.reject(refusal) : world.platform.mailer.sendNow(message);
  };
  return { ...world.platform, mailer: { canSend: true, sendNow } };
};
const recipients = (): string[] => world.sentMail.map((mail) => mail.to).sort();

describe('the invitation', () => {
  test('reaches everyone with an address once, also when the job breaks off and is tried again', async () => {
    expect(await sendInvitations(coordinator, { scanId })).toEqual({ recipients: 5, dueOn: '2026-03-02' });
    await expect(
      runMailings(refusing((_message, nth) => (nth === 3 ? new Error('connection lost') : undefined))),
    ).rejects.toThrowError();
    expect(world.sentMail).toHaveLength(2);
    await runMailings();
    await runMailings();
    expect(recipients()).toEqual(five.map((person) => person.email));
  });

  test('taken by two workers at the same time reaches everyone, and at most one person twice', async () => {
    await sendInvitations(coordinator, { scanId });
    await Promise.all([runMailings(), runMailings()]);
    // The slower of the two stops as soon as it can't write down how far it came.
    expect(new Set(recipients()).size).toBe(5);
    expect(world.sentMail.length).toBeLessThanOrEqual(6);
  });

  test('says what was promised, who sees what, and the link, in the language of the reader', async () => {
    await sendInvitations(coordinator, { scanId });
    await runMailings();
    const english = world.sentMail.find((mail) => mail.to === 'an@voorbeeld.nl');
    const dutch = world.sentMail.find((mail) => mail.to === 'bo@voorbeeld.nl');
    expect(dutch?.text).toMatch(
      /Karin Bos belooft: de uitslag komt op maandag 30 maart 2026, en elk team krijgt 4,5 uur en €\s250/,
    );
    expect(dutch?.text).toContain('De ondernemingsraad stemde in op maandag 2 maart 2026');
    expect(dutch?.text).toContain('Kom maar op.');
    expect(dutch?.text).toMatch(
      /http:\/\/localhost:3000\/s\/[2-9A-Z]{8}#[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}~([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/m,
    );
    expect(english?.text).toMatch(/Karin Bos promises: the result comes on Monday,? 30 March 2026/);
    expect(english?.text).toContain('The works council consented');
  });

  test('is refused when everybody has it, and goes only to who came later', async () => {
    await sendInvitations(coordinator, { scanId });
    await runMailings();
    await expect(sendInvitations(coordinator, { scanId })).rejects.toMatchObject({ status: 409 });
    expect(await inviteEveryone(coordinator, { scanId })).toEqual({ added: 0, leftOut: 0 });
  });

  test('that the server refuses for one address becomes paper for that person; the others get theirs', async () => {
    await sendInvitations(coordinator, { scanId });
    const refused = Object.assign(new Error('550 no such user cas@voorbeeld.nl'), {
      code: 'EENVELOPE',
      responseCode: 550,
    });
    await runMailings(refusing(({ to }) => (to.startsWith('cas') ? refused : undefined)));
    expect(recipients()).toHaveLength(4);
    const overview = await invitationOverview(coordinator, scanId);
    expect(overview.undelivered).toEqual([expect.objectContaining({ name: 'Cas', unit: 'Noord' })]);
    expect(overview.documents).toContainEqual({ kind: 'letters', language: 'nl', count: 1 });
  });

  test('is not sent any more once the peiling is closed', async () => {
    await sendInvitations(coordinator, { scanId });
    await closeScan(coordinator, { scanId });
    await runMailings();
    expect(world.sentMail).toEqual([]);
  });

  test('never leaves the example organisation', async () => {
    await world.platform.database.everyone.updateTable('organisation').set({ kind: 'example' }).execute();
    await expect(sendInvitations(coordinator, { scanId })).rejects.toMatchObject({ status: 409 });
  });
});

describe('the reminder', () => {
  test('goes to everyone who was mailed, once, on the day that was announced', async () => {
    await sendInvitations(coordinator, { scanId });
    await runMailings();
    world.sentMail.length = 0;
    await sendDueReminders(world.platform);
    await runMailings();
    expect(world.sentMail).toEqual([]);
    world.clock.set(new Date('2026-03-16T07:00:00Z'));
    await Promise.all([sendDueReminders(world.platform), sendDueReminders(world.platform)]);
    await runMailings();
    world.clock.set(new Date('2026-03-17T07:00:00Z'));
    await sendDueReminders(world.platform);
    await runMailings();
    expect(recipients()).toEqual(five.map((person) => person.email));
    expect(world.sentMail.every((mail) => /Nog tot en met|Until/.test(mail.subject))).toBe(true);
  });

  test('goes to nobody as long as nobody was invited by mail', async () => {
    world.clock.set(new Date('2026-03-16T07:00:00Z'));
    await sendDueReminders(world.platform);
    expect((await invitationOverview(coordinator, scanId)).mailings).toEqual([]);
  });
});
