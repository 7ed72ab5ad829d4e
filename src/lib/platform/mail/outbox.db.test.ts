import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OrganisationDatabase } from '../database/index.ts';
import { testWorld } from '../testing/index.ts';
import type { TestWorld } from '../testing/index.ts';
import type { Mailer, MailMessage } from './mailer.ts';
import { queueMail, sendQueuedMail, sendWaitingMail } from './outbox.ts';

let world: TestWorld;
let database: OrganisationDatabase;

beforeEach(async () => {
  world = await testWorld(new Date('2026-03-02T21:47:13Z'));
  database = world.platform.database.of(await world.organisation());
});
afterEach(() => world.close());

const letter = { kind: 'contact-message', to: 'an@voorbeeld.nl', subject: 'Een bericht', text: 'Dag An.' };
const queue = (mail: Partial<MailMessage> & { isForgottenOnceSent?: boolean } = {}) =>
  queueMail(database, world.platform.jobs, { ...letter, at: world.clock.now(), ...mail });
const kept = () => database.tables.selectFrom('outboxMail').selectAll().executeTakeFirstOrThrow();
const send = async (mailer: Mailer = world.platform.mailer): Promise<void> =>
  sendQueuedMail(database, mailer, (await kept()).id, world.clock.now());

/** A mail server that answers like this to every mail. */
const answering = (fault: { code: string; responseCode?: number; command?: string }): Mailer => ({
  canSend: true,
  sendNow: ({ to }) => Promise.reject(Object.assign(new Error(`5.1.1 <${to}>: no such user`), fault)),
});
const refused = answering({ code: 'EENVELOPE', responseCode: 550, command: 'RCPT TO' });

async function waitingJobs(): Promise<number> {
  await world.platform.database.pool.query('delete from graphile_worker._private_jobs');
  await sendWaitingMail(database, world.platform.jobs);
  return (await world.platform.database.pool.query('select 1 from graphile_worker.jobs')).rows.length;
}

describe('a calendar entry', () => {
  test('goes along with the mail it was queued with', async () => {
    await queue({ calendar: 'BEGIN:VCALENDAR' });
    await send();
    expect(world.sentMail).toEqual([
      { to: letter.to, subject: letter.subject, text: letter.text, calendar: 'BEGIN:VCALENDAR' },
    ]);
  });

  test('can’t be slipped in through the words of a message', async () => {
    const text = 'Dag.\n\n-- agenda.ics --\nBEGIN:VCALENDAR';
    await queue({ text });
    await send();
    expect(world.sentMail).toEqual([{ to: letter.to, subject: letter.subject, text }]);
  });
});

describe('an address that the mail server refuses', () => {
  test('is noted as undelivered and never tried again', async () => {
    await queue();
    expect(await waitingJobs()).toBe(1);
    await send(refused);
    expect(await kept()).toMatchObject({ sentAt: null, undeliveredAt: world.clock.now() });
    expect(await waitingJobs()).toBe(0);
    await send();
    expect(world.sentMail).toEqual([]);
  });

  test('is not confused with a server that refuses our own sender or is out of order: then the mail waits', async () => {
    await queue();
    const trouble = [
      { code: 'EENVELOPE', responseCode: 550, command: 'MAIL FROM' },
      { code: 'EENVELOPE', responseCode: 451, command: 'RCPT TO' },
      { code: 'ECONNECTION' },
    ];
    for (const fault of trouble) {
      const message = `The mail server can't be used now (${fault.code})`;
      await expect(send(answering(fault))).rejects.toThrowError(new Error(message));
    }
    expect(await kept()).toMatchObject({ sentAt: null, undeliveredAt: null });
    expect(await waitingJobs()).toBe(1);
  });
});

describe('a message that is forgotten once it is sent', () => {
  const noon = new Date('2026-03-02T12:00:00Z');

  test('leaves the day it went, not the moment', async () => {
    await queue({ isForgottenOnceSent: true });
    await send();
    expect(world.sentMail).toHaveLength(1);
    expect(await kept()).toMatchObject({ createdAt: noon, sentAt: noon, body: '' });
  });

  test('is forgotten too when it was refused', async () => {
    await queue({ isForgottenOnceSent: true });
    await send(refused);
    expect(await kept()).toMatchObject({ createdAt: noon, undeliveredAt: noon, body: '' });
  });

  test('keeps its moment when it is an ordinary mail', async () => {
    await queue();
    await send();
    expect(await kept()).toMatchObject({ createdAt: world.clock.now(), sentAt: world.clock.now(), body: letter.text });
  });
});
