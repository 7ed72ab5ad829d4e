import { afterAll, beforeAll, expect, test } from 'vitest';
import { openQuestions } from '@lerend/instrument';
import type { Context } from '#lib/platform/context/index.ts';
import { newId } from '#lib/platform/database/index.ts';
import { testWorld } from '#lib/platform/testing/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';
import { careOrganisation, careUnits } from './testing/care-organisation.ts';
import { answeredScan } from './testing/store-answered-scan.ts';
import { finishScan, wordsOf } from './index.ts';

let world: TestWorld;
let organisationId: string;
let coordinator: Context;
let scanId: string;

const few = { id: newId(), parentId: null, name: 'Klein', invited: 12, answered: 9 };

/** A counted peiling in which some wrote: six on the first question, four on the second. */
async function countedScan(made: Parameters<typeof answeredScan>[1]): Promise<string> {
  const id = await answeredScan(coordinator, made, world.clock.now());
  await finishScan(coordinator, { scanId: id });
  const [first, second] = openQuestions;
  const written = [...Array(6).fill(first?.id ?? ''), ...Array(4).fill(second?.id ?? '')];
  await coordinator.database.tables
    .insertInto('openAnswer')
    .values(written.map((questionId, at) => ({ scanId: id, id: newId(), questionId, text: `Woorden ${at}` })))
    .execute();
  return id;
}

beforeAll(async () => {
  world = await testWorld();
  organisationId = await world.organisation('Van der Veen Zorg');
  coordinator = await world.actor({ organisationId, roles: ['coordinator'] });
  scanId = await countedScan({ title: 'Voorjaar', form: 'full', units: careOrganisation, seed: 5 });
  world.clock.set(new Date('2026-04-02T08:00:00Z'));
});
afterAll(() => world.close());

test.each(['coordinator', 'works-council', 'director', 'adviser'] as const)(
  'a %s reads what enough people wrote, and of the rest that it was too few',
  async (role) => {
    const words = await wordsOf(await world.actor({ organisationId, roles: [role] }), scanId);
    expect(words.map(({ question }) => question)).toEqual(openQuestions.map(({ text }) => text.nl));
    expect(words[0]?.texts?.toSorted()).toEqual([0, 1, 2, 3, 4, 5].map((at) => `Woorden ${at}`));
    expect(words.slice(1).map(({ texts }) => texts)).toEqual([null, null]);
  },
);

test('who leads or works in a unit reads none of it, and a stranger is refused', async () => {
  const { whole, care } = careUnits;
  const manager = await world.actor({ organisationId, leads: [care], belongsTo: [care, whole] });
  expect(await wordsOf(manager, scanId)).toEqual([]);
  await expect(wordsOf(await world.actor({ organisationId }), scanId)).rejects.toMatchObject({ status: 403 });
});

test('of fewer than ten respondents nothing is read, however many wrote', async () => {
  const small = await countedScan({ title: 'Klein', form: 'full', units: [few], seed: 3 });
  expect((await wordsOf(coordinator, small)).map(({ texts }) => texts)).toEqual([null, null, null]);
});

test('a form without open questions has no words', async () => {
  const pulse = await countedScan({ title: 'Kort', form: 'pulse', units: careOrganisation, seed: 3 });
  expect(await wordsOf(coordinator, pulse)).toEqual([]);
});
