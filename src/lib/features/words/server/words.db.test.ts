import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openQuestions } from '@lerend/instrument';
import type { FormName } from '@lerend/instrument';
import { dayOf } from '#lib/platform/clock/index.ts';
import type { Context, Role } from '#lib/platform/context/index.ts';
import { newId } from '#lib/platform/database/index.ts';
import { testWorld } from '#lib/platform/testing/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';
import { countedPeiling } from './testing/counted-peiling.ts';
import { blackMark } from '../contract.ts';
import { wordsMessages } from '../messages.ts';
import { blackOut, releaseWords, wordsOf, wordsReview, wordsWaiting } from './index.ts';

const say = wordsMessages('nl');
let world: TestWorld;
let organisationId: string;
let coordinator: Context;
let council: Context;
let scanId: string;
let unitId: string;

const withName = 'Vraag het Karin van Dijk maar.';

/** Six wrote on the first question, one of them with a name in it, four on the second. */
async function counted(form: FormName = 'full', respondents = 30): Promise<void> {
  const [first, second] = openQuestions.map(({ id }) => id);
  const words = Array.from({ length: 10 }, (_, at) => {
    const questionId = (at < 6 ? first : second) ?? '';
    return [questionId, at === 2 ? withName : `woorden ${at}`] as const;
  });
  ({ scanId, unitId } = await countedPeiling(coordinator.database, { form, respondents, words }, world.clock.now()));
}

const as = (role: Role) => world.actor({ organisationId, roles: [role] });
const textsOf = async (context: Context) => {
  const words = await wordsOf(context, scanId);
  if (words?.state !== 'released') return words?.state ?? null;
  return words.questions.map(
    ({ answers }) => answers?.map((pieces) => pieces.map(({ text }) => text).join('')) ?? null,
  );
};
const audited = async () =>
  (await coordinator.database.tables.selectFrom('auditEntry').select('action').execute())
    .map(({ action }) => action)
    .filter((action) => action.startsWith('words.'));

beforeAll(async () => {
  world = await testWorld();
});
beforeEach(async () => {
  organisationId = await world.organisation('Van der Veen Zorg');
  coordinator = await as('coordinator');
  council = await as('works-council');
  await counted();
});
afterAll(() => world.close());

describe('before somebody looked them through', () => {
  test('whoever may do that is told how many wait, until they are released', async () => {
    const result = { id: scanId, form: 'full', hasFigures: true } as const;
    for (const context of [coordinator, council]) expect(await wordsWaiting(context, result)).toBe(6);
    for (const role of ['director', 'adviser'] as const) expect(await wordsWaiting(await as(role), result)).toBe(0);
    expect(await wordsWaiting(council, { ...result, hasFigures: false })).toBe(0);
    await releaseWords(council, { scanId });
    expect(await wordsWaiting(council, result)).toBe(0);
  });

  test('nobody reads a word on the result, and only two roles can look them through', async () => {
    for (const role of ['coordinator', 'works-council', 'director', 'adviser'] as const) {
      const mayReview = role === 'coordinator' || role === 'works-council';
      expect(await wordsOf(await as(role), scanId)).toEqual({ state: 'waiting', mayReview });
      const review = wordsReview(await as(role), scanId);
      if (mayReview) await expect(review).resolves.toMatchObject({ answers: 6, pointing: 1, released: null });
      else await expect(review).rejects.toMatchObject({ status: 403 });
    }
    for (const role of ['director', 'adviser', 'manager', 'member'] as const) {
      await expect(releaseWords(await as(role), { scanId })).rejects.toMatchObject({ status: 403 });
      await expect(blackOut(await as(role), { scanId, answerId: newId(), own: 'x' })).rejects.toMatchObject({
        status: 403,
      });
    }
  });

  test('a name is marked, goes for good when it is blacked out, and stands nowhere in the database', async () => {
    const review = await wordsReview(council, scanId);
    const answer = review.questions.flatMap(({ answers }) => answers ?? []).find(({ passages }) => passages.length > 0);
    expect(answer?.passages).toEqual(['Karin van Dijk']);
    const answerId = answer?.id ?? '';
    await expect(blackOut(council, { scanId, answerId })).rejects.toMatchObject({
      status: 422,
      message: say('passage-missing'),
    });
    await expect(blackOut(council, { scanId, answerId, own: 'Piet' })).rejects.toMatchObject({
      status: 422,
      field: `own-${answerId}`,
    });
    await blackOut(council, { scanId, answerId, passage: 'Karin van Dijk', own: 'maar' });
    const rows = await coordinator.database.tables.selectFrom('openAnswer').select('text').execute();
    expect(rows.map(({ text }) => text)).toContain(`Vraag het ${blackMark} ${blackMark}.`);
    expect(JSON.stringify(rows)).not.toContain('Karin');
    expect(await audited()).toEqual(['words.blacked-out']);
  });

  test('an answer on which too few wrote can’t be touched or read by those who look through', async () => {
    const [, second] = openQuestions;
    const { questions } = await wordsReview(council, scanId);
    expect(questions.find(({ questionId }) => questionId === second?.id)?.answers).toBeNull();
    const hidden = await coordinator.database.tables
      .selectFrom('openAnswer')
      .select('id')
      .where('questionId', '=', second?.id ?? '')
      .executeTakeFirst();
    await expect(blackOut(council, { scanId, answerId: hidden?.id, own: 'woorden' })).rejects.toMatchObject({
      status: 404,
    });
  });
});

describe('after the release', () => {
  test.each(['coordinator', 'works-council', 'director', 'adviser'] as const)(
    'a %s reads what enough people wrote, and of the rest that it was too few',
    async (role) => {
      await releaseWords(council, { scanId });
      const [first, ...others] = (await textsOf(await as(role))) ?? [];
      expect((first as string[]).toSorted()).toEqual([withName, ...[0, 1, 3, 4, 5].map((at) => `woorden ${at}`)]);
      expect(others).toEqual([null, null]);
    },
  );

  test('it says who released and when, once, and blacking out is still possible', async () => {
    await releaseWords(council, { scanId });
    await releaseWords(coordinator, { scanId });
    expect(await audited()).toEqual(['words.released']);
    const review = await wordsReview(coordinator, scanId);
    expect(review.released).toEqual({ by: council.actor.name, on: dayOf(world.clock.now()) });
    const answer = review.questions.flatMap(({ answers }) => answers ?? []).find(({ passages }) => passages.length > 0);
    await blackOut(coordinator, { scanId, answerId: answer?.id, passage: answer?.passages });
    expect(JSON.stringify(await textsOf(council))).not.toContain('Karin');
  });

  test('who leads or works in a unit reads none of it, and a stranger is refused', async () => {
    await releaseWords(council, { scanId });
    const manager = await world.actor({ organisationId, leads: [unitId], belongsTo: [unitId] });
    expect(await wordsOf(manager, scanId)).toBeNull();
    await expect(wordsOf(await world.actor({ organisationId }), scanId)).rejects.toMatchObject({ status: 403 });
  });
});

describe('words that are not there', () => {
  test('of fewer than ten respondents nothing is read or released, however many wrote', async () => {
    await counted('full', 9);
    expect(await textsOf(coordinator)).toEqual([null, null, null]);
    expect(await wordsReview(coordinator, scanId)).toMatchObject({ answers: 0, pointing: 0 });
    await expect(releaseWords(coordinator, { scanId })).rejects.toMatchObject({
      status: 409,
      message: say('nothing-to-release'),
    });
  });

  test('a form without open questions has none', async () => {
    await counted('pulse');
    expect(await wordsOf(coordinator, scanId)).toBeNull();
    expect((await wordsReview(coordinator, scanId)).questions).toEqual([]);
  });
});
