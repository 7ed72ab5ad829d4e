import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { poolAggregates } from '@lerend/analysis';
import type { Aggregate, Pool } from '@lerend/analysis';
import { areaCodes, instrumentVersion } from '@lerend/instrument';
import type { Context } from '#lib/platform/context/index.ts';
import { testWorld } from '#lib/platform/testing/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';
import { aggregateFile, exchangePage, importPool, poolBeside, removePool } from './index.ts';
import { publishedResult } from './testing/published-result.ts';

let world: TestWorld;
let organisationId: string;
let coordinator: Context;
let [large, small, hidden] = ['', '', ''];

beforeAll(async () => {
  world = await testWorld();
  organisationId = await world.organisation('Van der Veen');
  coordinator = await world.actor({ organisationId, roles: ['coordinator'], name: 'Sanne de Wit' });
  large = await publishedResult(coordinator, { answers: 240, title: 'Groot' });
  small = await publishedResult(coordinator, { answers: 199, title: 'Klein' });
  hidden = await publishedResult(coordinator, { answers: 240, title: 'Nog niet', isPublished: false });
});
afterAll(() => world.close());
beforeEach(async () => {
  await coordinator.database.tables.deleteFrom('pool').execute();
});

const share = async (scanId = large) =>
  JSON.parse((await aggregateFile(world.platform, coordinator, { scanId })).text) as Aggregate;
const bytesOf = (json: unknown) => new TextEncoder().encode(JSON.stringify(json));
const bring = (json: unknown, context = coordinator) =>
  importPool(world.platform, context, { name: 'pool.json', bytes: bytesOf(json) });
const poolOf = async (n = 5): Promise<Pool> => {
  const own = await share();
  const members = Array.from({ length: n }, (_, place) => ({
    file: `${place}.json`,
    aggregate: { ...own, name: String(place).padStart(32, '0') },
  }));
  const pooled = poolAggregates(members);
  if (!pooled.ok) throw new Error('there is no pool');
  return pooled.value;
};

describe('a pool that is brought in twice at once', () => {
  test('stands here once', async () => {
    const [one, other] = [await poolOf(5), await poolOf(6)];
    await bring(one);
    await Promise.all([bring(one), bring(other), bring(other)]);
    expect(await coordinator.database.tables.selectFrom('pool').select('id').execute()).toHaveLength(1);
  });
});

describe('sharing', () => {
  test('shows what would leave, which is what leaves, and writes down that it left', async () => {
    const page = await exchangePage(world.platform, coordinator);
    expect(page.previews.map(({ scanId }) => scanId).toSorted()).toEqual([large, small].toSorted());
    const preview = page.previews.find(({ scanId }) => scanId === large)?.leaves;
    const file = await share();
    expect({ ...(JSON.parse(preview?.text ?? '{}') as Aggregate), name: file.name }).toEqual(file);
    expect(file).toMatchObject({ form: 'short', year: 2026, answers: { from: 200, to: 249 } });
    expect(Object.keys(file.scores.short ?? {}).toSorted()).toEqual(areaCodes.toSorted());
    // The name is thirty-two random digits: in one of a hundred runs it would hold 240 by chance.
    expect(JSON.stringify({ ...file, name: '' })).not.toMatch(/Van der Veen|Groot|Noord|2026-|240/u);
    const [entry] = await coordinator.database.tables
      .selectFrom('auditEntry')
      .select(['action', 'subject'])
      .where('action', '=', 'exchange.shared')
      .execute();
    expect(entry).toEqual({ action: 'exchange.shared', subject: large });
  });

  test('goes under one random name for an organisation, another for another', async () => {
    expect((await share()).name).toBe((await share()).name);
    expect((await share()).name).toMatch(/^[0-9a-f]{32}$/u);
    const elsewhere = await world.actor({ organisationId: await world.organisation(), roles: ['coordinator'] });
    const scanId = await publishedResult(elsewhere, { answers: 240, title: 'Elders' });
    const other = JSON.parse((await aggregateFile(world.platform, elsewhere, { scanId })).text) as Aggregate;
    expect(other.name).not.toBe((await share()).name);
    await expect(aggregateFile(world.platform, elsewhere, { scanId: large })).rejects.toMatchObject({ status: 404 });
  });

  test('takes 200 answers, and a result that everyone may read', async () => {
    await expect(share(small)).rejects.toMatchObject({ status: 409 });
    await expect(share(hidden)).rejects.toMatchObject({ status: 404 });
    await expect(share('x')).rejects.toMatchObject({ status: 422 });
    const page = await exchangePage(world.platform, coordinator);
    expect(page.previews.find(({ scanId }) => scanId === small)?.leaves).toBeNull();
  });
});

describe('a pool', () => {
  test('stands beside the result of everyone together, and goes when it is taken away', async () => {
    expect(await poolBeside(coordinator, large)).toBeNull();
    await bring(await poolOf());
    const member = await world.actor({ organisationId, belongsTo: [crypto.randomUUID()] });
    const beside = await poolBeside(member, large);
    expect(beside).toMatchObject({ organisations: 5, form: 'short', years: { from: 2026, to: 2026 } });
    expect(beside?.areas.map(({ id }) => id)).toEqual(areaCodes);
    for (const { own, mean, spread } of beside?.areas ?? [])
      expect({ mean, spread }).toEqual({ mean: own.score, spread: 1 });
    await bring({ ...(await poolOf(7)) });
    expect((await exchangePage(world.platform, coordinator)).poolHere).toMatchObject({
      organisations: 7,
      by: 'Sanne de Wit',
    });
    await removePool(coordinator);
    expect(await poolBeside(member, large)).toBeNull();
    await expect(removePool(coordinator)).rejects.toMatchObject({ status: 404 });
  });

  test('is compared on the items that both have, and not with another questionnaire', async () => {
    const pool = await poolOf();
    await bring({ ...pool, forms: { pulse: pool.forms.pulse } });
    expect((await poolBeside(coordinator, large))?.form).toBe('pulse');
    await bring({ ...pool, forms: { full: pool.forms.pulse } });
    expect(await poolBeside(coordinator, large)).toBeNull();
    await expect(bring({ ...pool, instrumentVersion: '9.0.0' })).rejects.toMatchObject({ status: 422, field: 'file' });
    expect(instrumentVersion.startsWith('9')).toBe(false);
  });

  test.each([
    ['of four', (pool: Pool) => ({ ...pool, organisations: 4 }), 'minstens 5'],
    ['that is an organisation’s own file', () => ({ format: 'lerend-aggregate/1' }), 'geen pool'],
    ['that is no JSON object', () => 'x', 'geen pool'],
  ])('%s is refused in a sentence, and the one that is here stays', async (_, change, sentence) => {
    await bring(await poolOf());
    await expect(bring(change(await poolOf()))).rejects.toMatchObject({
      status: 422,
      field: 'file',
      message: expect.stringContaining(sentence),
    });
    expect((await exchangePage(world.platform, coordinator)).poolHere?.organisations).toBe(5);
  });
});

describe('who may do what', () => {
  test.each(['manager', 'member', 'director', 'works-council', 'adviser'] as const)(
    'a %s shares nothing and takes nothing in',
    async (role) => {
      const context = await world.actor({ organisationId, roles: [role] });
      const pool = await poolOf();
      await expect(exchangePage(world.platform, context)).rejects.toMatchObject({ status: 403 });
      await expect(aggregateFile(world.platform, context, { scanId: large })).rejects.toMatchObject({ status: 403 });
      await expect(bring(pool, context)).rejects.toMatchObject({ status: 403 });
      await expect(removePool(context)).rejects.toMatchObject({ status: 403 });
    },
  );

  test('a pool of one organisation stands in no other', async () => {
    await bring(await poolOf());
    const elsewhere = await world.actor({ organisationId: await world.organisation(), roles: ['coordinator'] });
    expect((await exchangePage(world.platform, elsewhere)).poolHere).toBeNull();
    await expect(removePool(elsewhere)).rejects.toMatchObject({ status: 404 });
  });

  test('the example organisation shares nothing and takes nothing in', async () => {
    const pool = await poolOf();
    const { everyone } = world.platform.database;
    await everyone.updateTable('organisation').set({ kind: 'example' }).where('id', '=', organisationId).execute();
    await expect(share()).rejects.toMatchObject({ status: 422 });
    await expect(bring(pool)).rejects.toMatchObject({ status: 422, field: 'file' });
    expect((await exchangePage(world.platform, coordinator)).isExample).toBe(true);
    await everyone.updateTable('organisation').set({ kind: 'own' }).where('id', '=', organisationId).execute();
  });
});
