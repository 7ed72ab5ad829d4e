import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testWorld } from '#lib/platform/testing/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';
import { answerByDevice } from './index.ts';
import { openScanForTests, payloadOf } from './scan-for-tests.ts';
import { wipedTables } from './store.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

const rows = async <Row extends object>(text: string, values: unknown[] = []) =>
  (await world.platform.database.pool.query<Row>(text, values)).rows;
const tableNames = wipedTables.map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));

describe('what the count deletes', () => {
  test('is never sampled by PostgreSQL, whose statistics nothing would wipe', async () => {
    const made = await openScanForTests(world, 'pulse');
    for (const { code } of made.codes)
      await answerByDevice(
        world.platform,
        made.scan,
        { code, payload: payloadOf({ SV1: 4 }), openPayload: null },
        'nl',
      );
    // The same rows in a table as tables are: there the numbers stand among the statistics.
    await rows('create table sampled as select * from ballot');
    await rows('analyze');
    const sampled = (tables: readonly string[]) =>
      rows<{ attname: string }>('select attname from pg_stats where tablename = any ($1)', [tables]);
    expect((await sampled(['sampled'])).map(({ attname }) => attname)).toContain('number');
    expect(await sampled(tableNames)).toEqual([]);
  });

  test('has no column that is sampled, however it came in', async () => {
    const columns = await rows<{ relname: string; attname: string; attstattarget: number | null }>(
      `select relname, attname, attstattarget from pg_attribute join pg_class on pg_class.oid = attrelid
        where relname = any ($1) and relkind = 'r' and attnum > 0 and not attisdropped`,
      [tableNames],
    );
    expect(new Set(columns.map(({ relname }) => relname))).toEqual(new Set(tableNames));
    expect(columns.filter(({ attstattarget }) => attstattarget !== 0)).toEqual([]);
  });
});
