import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { itemsOfArea } from '@lerend/instrument';
import type { Context } from '#lib/platform/context/index.ts';
import { testWorld } from '#lib/platform/testing/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';
import { mostPanellists } from '../contract.ts';
import type { SessionForm } from '../contract.ts';
import { birdNames } from './pseudonyms.ts';
import { agreed, fieldsOf, heldSession } from './testing/held-session.ts';
import type { Trio } from './testing/held-session.ts';
import {
  endRoundOne,
  finishRound,
  joinPage,
  joinPanel,
  keepArea,
  panelAreaPage,
  panelPage,
  sessionPage,
  startRoundTwo,
  startSession,
} from './index.ts';

let world: TestWorld;
let coordinator: Context;
let organisationId: string;
let held: Awaited<ReturnType<typeof heldSession>>;
let sessionId: string;
let code: string;

beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  organisationId = await world.organisation();
  coordinator = await world.actor({ organisationId, roles: ['coordinator'] });
  await hold();
});

async function hold(form: SessionForm = 'short'): Promise<void> {
  held = await heldSession(world, coordinator, form);
  ({ sessionId, code } = held);
}

const rows = async () => {
  const { tables } = coordinator.database;
  const counted = await Promise.all([
    tables.selectFrom('panellist').select('id').execute(),
    tables.selectFrom('panelJudgement').select('panellistId').execute(),
  ]);
  return counted.map(({ length }) => length);
};

describe('a panellist', () => {
  test('joins under a bird, stops, comes back, and sees the panel only after the first round', async () => {
    const key = await held.join();
    const { pseudonym, areas } = await panelPage(world.platform, { code, key }, 'nl');
    expect(pseudonym).toMatch(/^\p{Lu}/u);
    expect(areas.every(({ isDone }) => !isDone)).toBe(true);
    const ids = itemsOfArea('trust', 'short').map(({ id }) => id);
    const { next } = await keepArea(world.platform, { code, key }, 'trust', fieldsOf(ids, agreed), 'nl');
    expect(next).toBe('learning-value');
    const back = await panelAreaPage(world.platform, { code, key: key.toLowerCase() }, 'trust', 'nl');
    expect(back.items.map(({ own, panel }) => ({ own, panel }))).toEqual(ids.map(() => ({ own: agreed, panel: null })));
    await expect(finishRound(world.platform, { code, key }, 'nl')).rejects.toMatchObject({ status: 409 });
    await held.judge(key, agreed);
    await held.panelOf(4, () => [1.5, 2.5, 3.5]);
    await endRoundOne(coordinator, { sessionId });
    await expect(keepArea(world.platform, { code, key }, 'trust', fieldsOf(ids, agreed), 'nl')).rejects.toMatchObject({
      status: 409,
    });
    await startRoundTwo(coordinator, { sessionId });
    const second = await panelAreaPage(world.platform, { code, key }, 'trust', 'nl');
    expect(second.items[0]).toMatchObject({ own: agreed, panel: [{ median: 1.5, low: 1.5, high: 1.5 }, {}, {}] });
    expect((await panelPage(world.platform, { code, key }, 'nl')).isFinished).toBe(false);
  });

  test.each([
    ['going down', [3, 2, 4], 'niet lager'],
    ['half filled in', [3, '', 4], 'alle drie'],
    ['from elsewhere', [3, 6, 7], 'alle drie'],
    ['between half steps', [3, 3.2, 4], 'alle drie'],
  ])('with answers %s is told so at the item, and nothing is kept', async (_, trio, sentence) => {
    const key = await held.join();
    const [item] = itemsOfArea('trust', 'short');
    const fields = fieldsOf([item?.id ?? ''], trio as unknown as Trio);
    await expect(keepArea(world.platform, { code, key }, 'trust', fields, 'nl')).rejects.toMatchObject({
      status: 422,
      field: item?.id,
      message: expect.stringContaining(sentence),
    });
    expect(await rows()).toEqual([1, 0]);
  });

  test('opens their sheet again by changing something', async () => {
    const [key = ''] = await held.panelOf(1);
    expect((await sessionPage(coordinator, sessionId)).finished).toBe(1);
    await keepArea(world.platform, { code, key }, 'trust', {}, 'nl');
    expect((await sessionPage(coordinator, sessionId)).finished).toBe(0);
  });

  test('with another’s session, a wrong key or no key at all gets nowhere', async () => {
    const key = await held.join();
    const elsewhere = await world.actor({ organisationId: await world.organisation(), roles: ['coordinator'] });
    const other = await startSession(elsewhere, { title: 'Elders', form: 'short' });
    const otherCode = (await sessionPage(elsewhere, other.sessionId)).link.split('/').at(-1) ?? '';
    for (const door of [
      { code: otherCode, key },
      { code, key: 'A'.repeat(16) },
      { code, key: '' },
      { code: 'ABCDEFGH', key },
    ])
      await expect(panelPage(world.platform, door, 'nl')).rejects.toMatchObject({ status: 404 });
  });

  test('can’t join without a role, after the first round, or when the panel is full', async () => {
    await expect(joinPanel(world.platform, code, {}, 'nl')).rejects.toMatchObject({ status: 422, field: 'role' });
    expect(birdNames.length).toBeGreaterThanOrEqual(mostPanellists);
    for (let place = 0; place < mostPanellists; place += 1) await held.join();
    expect((await joinPage(world.platform, code, 'nl')).isFull).toBe(true);
    await expect(held.join()).rejects.toMatchObject({ status: 409 });
    await hold();
    await held.panelOf(5);
    await endRoundOne(coordinator, { sessionId });
    await expect(held.join()).rejects.toMatchObject({ status: 409 });
  });

  test('leaves no name, no account and no moment behind', async () => {
    await held.panelOf(1);
    const { tables } = coordinator.database;
    const [panellist] = await tables.selectFrom('panellist').selectAll().execute();
    const [judgement] = await tables.selectFrom('panelJudgement').selectAll().execute();
    expect(Object.keys(panellist ?? {}).toSorted()).toEqual(
      ['id', 'keyDigest', 'organisationId', 'pseudonym', 'role', 'sessionId'].toSorted(),
    );
    expect(Object.keys(judgement ?? {}).toSorted()).toEqual(
      ['isFinished', 'judgements', 'organisationId', 'panellistId', 'round', 'sessionId'].toSorted(),
    );
  });
});
