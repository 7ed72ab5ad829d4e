import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Context } from '#lib/platform/context/index.ts';
import { contextOf, productActor } from '#lib/platform/context/index.ts';
import { newId } from '#lib/platform/database/index.ts';
import { testWorld } from '#lib/platform/testing/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';
import { answeredScan } from './testing/store-answered-scan.ts';
import type { MadeUnit } from './testing/store-answered-scan.ts';
import { careOrganisation } from './testing/care-organisation.ts';
import { finishDueScans, finishScan, publishedResults, resultOf } from './index.ts';

const one = (answered: number): MadeUnit[] => [
  { id: newId(), parentId: null, name: 'De Proef', invited: Math.max(answered, 12), answered },
];

describe('finishing a peiling', () => {
  let world: TestWorld;
  let coordinator: Context;
  const at = new Date('2026-03-01T09:00:00Z');
  const open = (units: readonly MadeUnit[]) =>
    answeredScan(coordinator, { title: 'Peiling', form: 'full', units, seed: 3 }, at);
  const count = async (table: 'ballot' | 'answerBlock' | 'resultSnapshot', scanId: string): Promise<number> =>
    (await coordinator.database.tables.selectFrom(table).select('scanId').where('scanId', '=', scanId).execute())
      .length;
  const stateOf = async (scanId: string) =>
    (await coordinator.database.tables.selectFrom('scan').select('state').where('id', '=', scanId).executeTakeFirst())
      ?.state;

  beforeAll(async () => {
    world = await testWorld();
    coordinator = await world.actor({ organisationId: await world.organisation(), roles: ['coordinator'] });
  });
  afterAll(() => world.close());

  test.each([0, 4])('with %i answers gives a clear page without any figure', async (answered) => {
    const scanId = await open(one(answered));
    await finishScan(coordinator, { scanId });
    const page = await resultOf(coordinator, scanId);
    expect(page).toMatchObject({
      heading: 'Er zijn te weinig antwoorden voor een uitslag',
      figuresFrom: { kind: 'none' },
      areas: [],
      findings: [],
      basis: null,
      strongestItems: [],
    });
    expect(JSON.stringify(page)).not.toMatch(/"(n|score|centre|band|respondents)":/u);
    expect(await stateOf(scanId)).toBe('opened');
  });

  test('counts every ballot once, and leaves none behind', async () => {
    const scanId = await open(careOrganisation);
    expect(await finishScan(coordinator, { scanId })).toMatchObject({ isMade: true, isPilot: false, needsKey: false });
    expect(await count('ballot', scanId)).toBe(0);
    const people = careOrganisation.reduce((sum, unit) => sum + unit.answered, 0);
    expect((await publishedResults(coordinator)).results.find(({ id }) => id === scanId)?.respondents).toBe(people);
  });

  test('twice, and four times at once, makes one result', async () => {
    const scanId = await open(one(12));
    const again = await Promise.all([1, 2, 3, 4].map(() => finishScan(coordinator, { scanId })));
    expect(again.filter(({ isMade }) => isMade)).toHaveLength(1);
    expect(await finishScan(coordinator, { scanId })).toMatchObject({ isMade: false, isPilot: false });
    expect(await count('resultSnapshot', scanId)).toBe(1);
    const made = await coordinator.database.tables
      .selectFrom('auditEntry')
      .select('id')
      .where('action', '=', 'result.made')
      .where('subject', '=', scanId)
      .execute();
    expect(made).toHaveLength(1);
  });

  test('that fails halfway changes nothing: the ballots are still there and the peiling is open', async () => {
    const scanId = await open(one(9));
    await coordinator.database.tables
      .updateTable('scan')
      .set({ instrumentVersion: '9.0.0' })
      .where('id', '=', scanId)
      .execute();
    await coordinator.database.tables.deleteFrom('scanUnit').where('scanId', '=', scanId).execute();
    await coordinator.database.tables
      .insertInto('answerBlock')
      .values({ scanId, scanUnitId: newId(), respondents: 1, items: Buffer.alloc(3) })
      .execute();
    await expect(finishScan(coordinator, { scanId })).rejects.toThrow();
    expect([await count('ballot', scanId), await stateOf(scanId), await count('resultSnapshot', scanId)]).toEqual([
      9,
      'open',
      0,
    ]);
  });

  test('is refused for a draft, for what is no peiling, and for who is no coordinator', async () => {
    const scanId = await open(one(6));
    const manager = await world.actor({ organisationId: coordinator.database.organisationId, leads: [newId()] });
    await expect(finishScan(manager, { scanId })).rejects.toMatchObject({ status: 403 });
    await expect(finishScan(coordinator, { scanId: newId() })).rejects.toMatchObject({ status: 404 });
    await expect(finishScan(coordinator, { scanId: 'x' })).rejects.toMatchObject({ status: 422 });
    await coordinator.database.tables.updateTable('scan').set({ state: 'draft' }).where('id', '=', scanId).execute();
    await expect(finishScan(coordinator, { scanId })).rejects.toMatchObject({ status: 409 });
  });

  test('goes by itself on the day after the last, in every organisation, and not before', async () => {
    const scanId = await open(one(8));
    const other = await world.actor({ organisationId: await world.organisation(), roles: ['coordinator'] });
    const elsewhere = await answeredScan(other, { title: 'Elders', form: 'short', units: one(7), seed: 1 }, at);
    world.clock.set(new Date('2026-03-20T20:00:00Z'));
    await finishDueScans(world.platform);
    expect(await stateOf(scanId)).toBe('open');
    world.clock.set(new Date('2026-03-21T03:00:00Z'));
    await expect(finishDueScans(world.platform)).rejects.toThrow('1 peilingen');
    expect(await stateOf(scanId)).toBe('opened');
    const product = contextOf(world.platform, {
      organisationId: other.database.organisationId,
      actor: productActor,
      language: 'nl',
    });
    expect((await resultOf(product, elsewhere)).figuresFrom).toEqual({ kind: 'own' });
  });

  test(
    'of ten thousand ballots in three hundred units takes seconds of processor time, however busy the machine',
    { timeout: 120_000 },
    async () => {
      const top: MadeUnit = { id: newId(), parentId: null, name: 'Groot', invited: 100, answered: 20 };
      const parts = Array.from({ length: 20 }, (_, part): MadeUnit => ({
        id: newId(),
        parentId: top.id,
        name: `Deel ${part}`,
        invited: 20,
        answered: 5,
      }));
      const teams = parts.flatMap((part) =>
        Array.from({ length: 14 }, (_, team): MadeUnit => ({
          id: newId(),
          parentId: part.id,
          name: `${part.name}.${team}`,
          invited: 40,
          answered: 36,
        })),
      );
      const units = [top, ...parts, ...teams];
      const scanId = await open(units);
      const people = units.reduce((sum, unit) => sum + unit.answered, 0);
      expect(people).toBeGreaterThanOrEqual(10_000);
      const began = process.cpuUsage();
      await finishScan(coordinator, { scanId });
      const used = process.cpuUsage(began);
      const took = (used.user + used.system) / 1000;
      const first = performance.now();
      await resultOf(coordinator, scanId);
      const firstTook = performance.now() - first;
      const times: number[] = [];
      for (let again = 0; again < 40; again++) {
        const from = process.threadCpuUsage();
        await resultOf(coordinator, scanId, teams[again]?.id);
        const { user, system } = process.threadCpuUsage(from);
        times.push((user + system) / 1000);
      }
      const slow = times.toSorted((a, b) => a - b)[37] ?? 0;
      console.log(
        `${people} ballots in ${units.length} units: finished in ${Math.round(took)} ms of processor time; first page ${Math.round(firstTook)} ms, then p95 ${slow.toFixed(1)} ms of processor time`,
      );
      // Of all threads together: less than two cores have in eight seconds. The limits on the clock (3 s, and 50 ms a page)
      // are the bench's; here other tests run at the same time.
      expect(took).toBeLessThan(12_000);
      expect(slow).toBeLessThan(50);
    },
  );
});
