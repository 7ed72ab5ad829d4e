import { answerScale, itemsOf } from '@lerend/instrument';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answerLine } from '#lib/features/quick-try/contract.ts';
import { testWorld } from '#lib/platform/testing/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';
import { addContactPerson, sendTryMessage, tryTalkPage } from './index.ts';
import { contactStore } from './store.ts';

let world: TestWorld;
let organisationId: string;
let contactPersonId: string;

beforeEach(async () => {
  world = await testWorld();
  organisationId = await world.organisation('Zorg Noord');
  const coordinator = await world.actor({ organisationId, roles: ['coordinator'] });
  const person = { kind: 'adviser', name: 'Noor Bakker', email: 'noor@voorbeeld.nl', about: '' };
  ({ contactPersonId } = await addContactPerson(coordinator, person));
});
afterEach(() => world.close());

const kept = () => contactStore(world.platform.database.of(organisationId)).messagesOf([contactPersonId]);
const line = answerLine(itemsOf('pulse')[0]?.text.nl ?? '', answerScale.options[3]?.label.nl ?? '');

describe('whom a visitor can write to', () => {
  test('the contact persons of the only organisation, without their addresses', async () => {
    const page = await tryTalkPage(world.platform);
    expect(page?.organisationName).toBe('Zorg Noord');
    expect(page?.people).toEqual([{ id: contactPersonId, kind: 'adviser', name: 'Noor Bakker', about: null }]);
  });

  test('nobody, where there are two organisations', async () => {
    await world.organisation('Zorg Zuid');
    expect(await tryTalkPage(world.platform)).toBeNull();
    await expect(sendTryMessage(world.platform, { contactPersonId, text: 'Dag' }, 'nl')).rejects.toMatchObject({
      status: 404,
    });
  });

  test('nobody, where no contact person was set', async () => {
    await contactStore(world.platform.database.of(organisationId)).removePerson(contactPersonId);
    expect(await tryTalkPage(world.platform)).toBeNull();
  });
});

describe('what a visitor sends', () => {
  test('exactly the text and the answers that stood in the form', async () => {
    await sendTryMessage(world.platform, { contactPersonId, text: 'Herkenbaar?', answers: [line] }, 'nl');
    expect(await kept()).toMatchObject([
      { shared: [line], text: 'Herkenbaar?', senderName: null, senderEmail: null, subjectKind: 'quick-try' },
    ]);
  });

  test('no answers when none were ticked', async () => {
    await sendTryMessage(
      world.platform,
      { contactPersonId, text: 'Dag', name: 'Piet', email: 'Piet@voorbeeld.nl' },
      'nl',
    );
    expect(await kept()).toMatchObject([{ shared: [], senderName: 'Piet', senderEmail: 'piet@voorbeeld.nl' }]);
  });

  test('a line that is no answer to the eleven questions is refused', async () => {
    await expect(
      sendTryMessage(world.platform, { contactPersonId, text: 'Dag', answers: ['Koop nu!'] }, 'nl'),
    ).rejects.toMatchObject({ status: 422 });
    expect(await kept()).toEqual([]);
  });

  test('after twelve messages of all visitors together there is a pause, and no address was kept', async () => {
    for (let sent = 0; sent < 12; sent += 1)
      await sendTryMessage(world.platform, { contactPersonId, text: 'Dag' }, 'nl');
    await expect(sendTryMessage(world.platform, { contactPersonId, text: 'Dag' }, 'nl')).rejects.toMatchObject({
      status: 429,
    });
    world.clock.set(new Date(world.clock.now().getTime() + 61 * 60 * 1000));
    await sendTryMessage(world.platform, { contactPersonId, text: 'Dag' }, 'nl');
    const counters = await world.platform.database.pool.query<{ key: string }>('select key from rate_limit');
    expect(counters.rows).toHaveLength(1);
    expect(counters.rows[0]?.key).toMatch(/^[\w-]{43}$/);
  });
});
