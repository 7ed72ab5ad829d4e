import { afterAll, beforeAll, expect, test } from 'vitest';
import { openQuestions } from '@lerend/instrument';
import { countedPeiling } from '#lib/features/words/server/testing/counted-peiling.ts';
import { releaseWords } from '#lib/features/words/server/index.ts';
import { testWorld } from '#lib/platform/testing/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';
import { todayOf } from '#lib/features/today/server/index.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

test('whoever may look words through is asked to, until somebody has', async () => {
  const organisationId = await world.organisation();
  const council = await world.actor({ organisationId, roles: ['works-council'] });
  const director = await world.actor({ organisationId, roles: ['director'] });
  const [questionId = ''] = openQuestions.map(({ id }) => id);
  const words = Array.from({ length: 6 }, (_, at) => [questionId, `woorden ${at}`] as const);
  const { scanId } = await countedPeiling(
    council.database,
    { form: 'full', respondents: 30, words },
    world.clock.now(),
  );
  const asked = async (context: typeof council) =>
    (await todayOf(context)).asks.filter(({ key }) => key === `words:${scanId}`);
  expect(await asked(council)).toMatchObject([
    {
      sentence: 'Bij ‘Voorjaar’ wachten 6 antwoorden in eigen woorden tot iemand ze heeft doorgelezen.',
      action: 'Lees ze door',
      href: `/o/${organisationId}/result/${scanId}/words`,
    },
  ]);
  expect(await asked({ ...council, language: 'en' })).toMatchObject([
    { sentence: '6 answers in people’s own words to ‘Voorjaar’ wait until somebody has looked them through.' },
  ]);
  expect(await asked(director)).toEqual([]);
  await releaseWords(council, { scanId });
  expect(await asked(council)).toEqual([]);
});
