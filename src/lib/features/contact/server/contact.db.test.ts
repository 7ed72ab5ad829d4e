import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { areas } from '@lerend/instrument';
import { outbox } from '#lib/features/organisation/server/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { testWorld } from '#lib/platform/testing/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';
import {
  addContactPerson,
  contactPeople,
  markAnswered,
  receivedMessages,
  removeContactPerson,
  removeMessage,
  sendMessage,
  talkPage,
} from './index.ts';
import { contactStore } from './store.ts';

let world: TestWorld;
let organisationId: string;
let coordinator: Context;
let stepId: string;
let unitId: string;

beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

beforeEach(async () => {
  organisationId = await world.organisation();
  coordinator = await world.actor({ organisationId, roles: ['coordinator'] });
  const { tables } = coordinator.database;
  unitId = crypto.randomUUID();
  stepId = crypto.randomUUID();
  const at = world.clock.now();
  await tables
    .insertInto('unit')
    .values({ id: unitId, parentId: null, name: 'Noord', headCount: 8, position: 0, validFrom: at })
    .execute();
  await tables
    .insertInto('step')
    .values({
      id: stepId,
      unitId,
      area: areas[0]?.code ?? '',
      title: 'Elke week terugkijken',
      because: 'De overdracht gaat vaak mis',
      ownerName: 'Fatima',
      dueOn: '2026-05-01',
      measure: 'Tel de missers',
      state: 'active',
      createdAt: at,
    })
    .execute();
});

const expert = {
  kind: 'internal-expert',
  name: 'Noor Bakker',
  email: 'Noor@Voorbeeld.NL',
  about: 'Helpt bij lastige gesprekken',
};
const add = async (person = expert) => (await addContactPerson(coordinator, person)).contactPersonId;
const stored = async (ids: string[]) => contactStore(coordinator.database).messagesOf(ids);
const member = () => world.actor({ organisationId, belongsTo: [unitId], name: 'Piet' });
const asExpert = async (): Promise<Context> => {
  const context = await world.actor({ organisationId, roles: ['adviser'] });
  return { ...context, actor: { ...context.actor, email: 'noor@voorbeeld.nl' } };
};

describe('who may do what', () => {
  test.each(['manager', 'member', 'director', 'works-council', 'adviser'] as const)(
    'a %s does not set contact persons',
    async (role) => {
      const context = await world.actor({ organisationId, roles: [role] });
      await expect(addContactPerson(context, expert)).rejects.toMatchObject({ status: 403 });
      await expect(contactPeople(context)).rejects.toMatchObject({ status: 403 });
      await expect(removeContactPerson(context, { contactPersonId: await add() })).rejects.toMatchObject({
        status: 403,
      });
    },
  );

  test('somebody without any role here can not write', async () => {
    const stranger = await world.actor({ organisationId });
    const contactPersonId = await add();
    await expect(sendMessage(world.platform, stranger, { contactPersonId, text: 'Dag' })).rejects.toMatchObject({
      status: 403,
    });
  });

  test.each(['coordinator', 'director', 'works-council', 'adviser', 'member'] as const)(
    'a %s reads no messages to another',
    async (role) => {
      const contactPersonId = await add();
      await sendMessage(world.platform, await member(), { contactPersonId, text: 'Alleen voor Noor' });
      const context = await world.actor({ organisationId, roles: [role] });
      expect(await receivedMessages(context)).toBeNull();
      const [message] = await stored([contactPersonId]);
      await expect(removeMessage(context, { messageId: message?.id })).rejects.toMatchObject({ status: 404 });
      await expect(markAnswered(context, { messageId: message?.id })).rejects.toMatchObject({ status: 404 });
    },
  );

  test('the outbox shows the coordinator that a mail went out, and not what it says', async () => {
    const contactPersonId = await add();
    await sendMessage(world.platform, await member(), { contactPersonId, text: 'Alleen voor Noor', withName: 'on' });
    const [mail] = await outbox(coordinator);
    expect(mail?.recipient).toBe('noor@voorbeeld.nl');
    expect(JSON.stringify(mail)).not.toMatch(/Alleen voor Noor|Piet/);
  });
});

describe('what is shared', () => {
  test('only the ticked lines are kept and mailed, word for word', async () => {
    const contactPersonId = await add();
    const sender = await member();
    const { lines } = await talkPage(sender, { about: 'step', step: stepId });
    expect(lines.length).toBeGreaterThan(2);
    const [, ticked, unticked] = lines as [string, string, string];
    const sent = await sendMessage(world.platform, sender, {
      contactPersonId,
      text: 'Kun je helpen?',
      about: 'step',
      step: stepId,
      lines: [ticked],
    });
    expect(sent.lines).toEqual([ticked]);
    const [kept] = await stored([contactPersonId]);
    expect(kept).toMatchObject({
      shared: [ticked],
      text: 'Kun je helpen?',
      subjectKind: 'step',
      senderName: null,
      senderEmail: null,
    });
    const mail = await coordinator.database.tables.selectFrom('outboxMail').selectAll().executeTakeFirstOrThrow();
    expect(mail.body).toContain(`- ${ticked}`);
    expect(mail.body).not.toContain(unticked);
    expect(mail.body).not.toContain('Piet');
  });

  test('a line that is not the sender’s to share is refused, and nothing is kept', async () => {
    const contactPersonId = await add();
    const forged = { contactPersonId, text: 'Dag', about: 'step', step: stepId, lines: ['Vertrouwen: soms'] };
    await expect(sendMessage(world.platform, await member(), forged)).rejects.toMatchObject({ status: 409 });
    expect(await stored([contactPersonId])).toEqual([]);
  });

  test('a step that the sender may not see gives no lines', async () => {
    const elsewhere = await world.actor({ organisationId, belongsTo: [crypto.randomUUID()] });
    await expect(talkPage(elsewhere, { about: 'step', step: stepId })).rejects.toMatchObject({ status: 403 });
  });

  test('a name goes along only when it is ticked', async () => {
    const contactPersonId = await add();
    const sent = await sendMessage(world.platform, await member(), { contactPersonId, text: 'Dag', withName: 'on' });
    expect(sent.sender).toContain('Piet');
    expect((await stored([contactPersonId]))[0]?.senderName).toBe('Piet');
  });

  test('sending leaves no audit entry and no hour', async () => {
    const contactPersonId = await add();
    const before = await coordinator.database.tables.selectFrom('auditEntry').select('id').execute();
    await sendMessage(world.platform, await member(), { contactPersonId, text: 'Dag' });
    const after = await coordinator.database.tables.selectFrom('auditEntry').select('id').execute();
    expect(after).toHaveLength(before.length);
    expect((await stored([contactPersonId]))[0]?.sentAt.toISOString()).toBe('2026-03-02T12:00:00.000Z');
  });

  test('a message without text, or to nobody, is refused with its field', async () => {
    const contactPersonId = await add();
    await expect(sendMessage(world.platform, await member(), { contactPersonId, text: '  ' })).rejects.toMatchObject({
      status: 422,
      field: 'text',
    });
    await expect(sendMessage(world.platform, await member(), { text: 'Dag' })).rejects.toMatchObject({
      status: 422,
      field: 'contactPersonId',
    });
    const nobody = { contactPersonId: crypto.randomUUID(), text: 'Dag' };
    await expect(sendMessage(world.platform, await member(), nobody)).rejects.toMatchObject({ status: 404 });
  });
});

describe('reading', () => {
  test('the contact person reads, marks and wipes', async () => {
    const contactPersonId = await add();
    await sendMessage(world.platform, await member(), { contactPersonId, text: 'Dag', withName: 'on' });
    const reader = await asExpert();
    const [message] = (await receivedMessages(reader)) ?? [];
    expect(message).toMatchObject({ text: 'Dag', isAnswered: false, sentOn: '2026-03-02' });
    await markAnswered(reader, { messageId: message?.id });
    expect((await receivedMessages(reader))?.[0]?.isAnswered).toBe(true);
    await removeMessage(reader, { messageId: message?.id });
    expect(await receivedMessages(reader)).toEqual([]);
  });

  test('removing a contact person wipes what was written to them', async () => {
    const contactPersonId = await add();
    await sendMessage(world.platform, await member(), { contactPersonId, text: 'Dag' });
    await removeContactPerson(coordinator, { contactPersonId });
    expect(await stored([contactPersonId])).toEqual([]);
    expect(await contactPeople(coordinator)).toEqual([]);
  });

  test('one mail address is one contact person', async () => {
    await add();
    await expect(add()).rejects.toMatchObject({ status: 409, field: 'email' });
  });
});

describe('too many', () => {
  test('the seventh message of one person within an hour is refused, another person’s isn’t', async () => {
    const contactPersonId = await add();
    const sender = await member();
    for (let sent = 0; sent < 6; sent += 1) await sendMessage(world.platform, sender, { contactPersonId, text: 'Dag' });
    await expect(sendMessage(world.platform, sender, { contactPersonId, text: 'Dag' })).rejects.toMatchObject({
      status: 429,
    });
    await sendMessage(world.platform, await member(), { contactPersonId, text: 'Dag' });
    expect(await stored([contactPersonId])).toHaveLength(7);
  });
});
