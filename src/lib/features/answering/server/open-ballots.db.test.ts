import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeSnapshot, snapshotForm } from '@lerend/analysis';
import type { Sealing } from '../contract.ts';
import { testWorld } from '#lib/platform/testing/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';
import {
  answerBlocks,
  answerByDevice,
  ballotsPerUnit,
  openAnswers,
  openingReport,
  publishedNumbers,
  receiveWholeForm,
  wipeAfterCount,
  wipeTraces,
} from './index.ts';
import { newNumber, opened, openedAgain, openScanForTests, payloadOf } from './scan-for-tests.ts';
import type { ScanForTests } from './scan-for-tests.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

const open = (made: ScanForTests) => opened(world, made);

describe('opening', () => {
  test('turns ballots into rows per unit, each as it was filled in, and leaves no ballot and no number behind', async () => {
    const made = await openScanForTests(world, 'full', [10, 8]);
    const { itemIds } = snapshotForm('full');
    const sent = made.codes.map(({ code, scanUnitId }, person) => {
      const fields: Record<string, string> = {};
      itemIds.forEach((id, column) => {
        if ((person + column) % 7 !== 0) fields[id] = ['1', '2', '3', '4', '5', '9'][(person * 5 + column) % 6] ?? '';
      });
      return { code, scanUnitId, fields };
    });
    for (const { code, fields } of sent) {
      const words: Record<string, string> = fields[itemIds[1] ?? ''] === '3' ? {} : { OQ1: `Tijd ${code.slice(0, 2)}` };
      await receiveWholeForm(world.platform, made.scan, { code, number: newNumber(), ...fields, ...words }, 'nl');
    }
    expect(await open(made)).toEqual({ counted: 18 });

    const rowsOf = (unitId: string, rows: Uint8Array[]) => [unitId, rows.map((row) => row.join('')).sort()] as const;
    const blocks = await answerBlocks(made.context.database, made.scan.scanId);
    const width = itemIds.length;
    const found = blocks.map(({ unitId, n, items }) =>
      rowsOf(
        unitId,
        Array.from({ length: n }, (_, row) => items.slice(row * width, (row + 1) * width)),
      ),
    );
    const expected = [...Map.groupBy(sent, ({ scanUnitId }) => scanUnitId)].map(([unitId, people]) =>
      rowsOf(
        unitId,
        people.map(({ fields }) => Uint8Array.from(itemIds, (id) => Number(fields[id] ?? 0))),
      ),
    );
    expect(new Map(found)).toEqual(new Map(expected));

    const { tables } = made.context.database;
    expect(await tables.selectFrom('ballot').selectAll().execute()).toEqual([]);
    expect(await tables.selectFrom('openBallot').selectAll().execute()).toEqual([]);
    expect(await tables.selectFrom('issuance').selectAll().execute()).toEqual([]);
    const keys = await tables.selectFrom('scanGroup').select('wrappedKey').execute();
    expect(keys.filter(({ wrappedKey }) => wrappedKey !== null)).toEqual([]);
    expect((await ballotsPerUnit(made.context.database, made.scan.scanId)).size).toBe(0);
    expect(await openingReport(made.context.database, made.scan.scanId)).toEqual({
      counted: 18,
      rejected: {},
      languages: { nl: 18 },
      speedBands: { unknown: 18 },
    });
  });

  test('happens once, and only after closing', async () => {
    const made = await openScanForTests(world, 'pulse');
    await expect(openedAgain(world, made)).rejects.toMatchObject({ status: 409 });
    expect(await open(made)).toEqual({ counted: 0 });
    await expect(openedAgain(world, made)).rejects.toMatchObject({ status: 409 });
    expect(await answerBlocks(made.context.database, made.scan.scanId)).toEqual([]);
  });

  test('takes along every ballot that was acknowledged while it began, and none comes in behind its back', async () => {
    const made = await openScanForTests(world, 'pulse', [30]);
    const [itemId = ''] = snapshotForm('pulse').itemIds;
    const send = (code: string, sealing?: Sealing) =>
      answerByDevice(
        world.platform,
        made.scan,
        { code, payload: payloadOf({ [itemId]: 4 }), openPayload: null, ...(sealing ? { sealing } : {}) },
        'nl',
      );
    // Half of them hand in for the second time: a row that is replaced is as much at stake as one that is new.
    const before = await Promise.all(made.codes.slice(0, 15).map(({ code }) => send(code)));
    const sending = made.codes.map(({ code }, person) =>
      send(code, before[person]).then(
        () => true,
        () => false,
      ),
    );
    const { counted } = await open(made);
    const acknowledged = (await Promise.all(sending)).filter((isIn, person) => isIn || person < before.length);
    expect(counted).toBe(acknowledged.length);
    expect(
      await made.context.database.tables
        .selectFrom('ballot')
        .select('number')
        .where('scanId', '=', made.scan.scanId)
        .execute(),
    ).toEqual([]);
  });

  test('with another key is refused, and changes nothing', async () => {
    const made = await openScanForTests(world, 'pulse', [6]);
    const [itemId = ''] = snapshotForm('pulse').itemIds;
    const [{ code } = { code: '' }] = made.codes;
    await receiveWholeForm(world.platform, made.scan, { code, number: newNumber(), [itemId]: '3' }, 'nl');
    const { scanId } = made.scan;
    const right = await world.platform.openingKeys.read(scanId);
    await world.platform.openingKeys.keep(scanId, new Uint8Array(32).fill(5));
    await expect(open(made)).rejects.toMatchObject({ status: 422 });
    await world.platform.openingKeys.keep(scanId, right ?? new Uint8Array());
    expect(await openedAgain(world, made)).toEqual({ counted: 1 });
  });

  test('moves the answers of a group that is a name to one above it', async () => {
    const made = await openScanForTests(world, 'pulse', [20, 20]);
    const [itemId = ''] = snapshotForm('pulse').itemIds;
    const [first = [], second = []] = [...Map.groupBy(made.codes, ({ scanUnitId }) => scanUnitId).values()];
    for (const { code } of [...first.slice(0, 12), ...second.slice(0, 1)])
      await receiveWholeForm(world.platform, made.scan, { code, number: newNumber(), [itemId]: '3' }, 'nl');
    await open(made);
    const blocks = await answerBlocks(made.context.database, made.scan.scanId);
    expect(blocks.every(({ n }) => n >= 5)).toBe(true);
    expect(blocks.reduce((sum, { n }) => sum + n, 0)).toBe(13);
    expect(blocks.map(({ unitId }) => unitId)).not.toContain(second[0]?.scanUnitId);
  });
});

describe('the minimum group', () => {
  test.each([
    ['usual', 'counts what came without script as well', 10],
    ['strict', 'counts anonymous ballots alone, and the others come along', undefined],
  ] as const)('where anonymity is %s %s', async (anonymity, _, inFirst) => {
    const made = await openScanForTests(world, 'pulse', [20, 20, 20]);
    const [itemId = ''] = snapshotForm('pulse').itemIds;
    const [first = [], second = [], third = []] = [...Map.groupBy(made.codes, (one) => one.scanUnitId).values()];
    const byDevice = ({ code }: { code: string }) =>
      answerByDevice(world.platform, made.scan, { code, payload: payloadOf({ [itemId]: 4 }), openPayload: null }, 'nl');
    // Of two units four ballots are anonymous and six aren't; of the second all eight are.
    await Promise.all([...first.slice(0, 4), ...second.slice(0, 8), ...third.slice(0, 4)].map(byDevice));
    for (const { code } of [...first.slice(4, 10), ...third.slice(4, 10)])
      await receiveWholeForm(world.platform, made.scan, { code, number: newNumber(), [itemId]: '3' }, 'nl');
    expect(await opened(world, { ...made, context: { ...made.context, anonymity } })).toEqual({ counted: 28 });
    const blocks = await answerBlocks(made.context.database, made.scan.scanId);
    const answers = new Map(blocks.map(({ unitId, n }) => [unitId, n]));
    const answersIn = ([one]: typeof first) => answers.get(one?.scanUnitId ?? '');
    expect([first, second, third].map(answersIn)).toEqual([inFirst, 8, inFirst]);
    expect(blocks.reduce((sum, { n }) => sum + n, 0)).toBe(28);
  });
});

describe('after the count', () => {
  test('everyone can see that theirs was counted, and nothing more; before it nothing', async () => {
    const made = await openScanForTests(world, 'pulse', [6]);
    const [itemId = ''] = snapshotForm('pulse').itemIds;
    await expect(publishedNumbers(world.platform, made.scan, 'nl')).rejects.toMatchObject({ status: 404 });
    const numbers: string[] = [];
    for (const { code } of made.codes) {
      const answers = { code, payload: payloadOf({ [itemId]: 2 }), openPayload: null };
      numbers.push((await answerByDevice(world.platform, made.scan, answers, 'nl')).ballot.number);
    }
    await open(made);
    const hashes = numbers.map((number) =>
      createHash('sha256').update(Buffer.from(number, 'base64url')).digest('base64url'),
    );
    const published = await publishedNumbers(world.platform, made.scan, 'nl');
    expect(published.withdrawals).toEqual([]);
    expect(published.numbers.toSorted()).toEqual(hashes.toSorted());
    const bytes = published.numbers.map((hash) => Buffer.from(hash, 'base64url'));
    expect(bytes).toEqual(bytes.toSorted(Buffer.compare));
  });

  test('the key is destroyed and the tables are written anew, also when that waits for the next start', async () => {
    const made = await openScanForTests(world, 'pulse', [6]);
    const [itemId = ''] = snapshotForm('pulse').itemIds;
    const [{ code } = { code: '' }] = made.codes;
    await receiveWholeForm(world.platform, made.scan, { code, number: newNumber(), [itemId]: '3' }, 'nl');
    await open(made);
    const { scanId } = made.scan;
    const isWiped = async () =>
      (
        await made.context.database.tables
          .selectFrom('openingReport')
          .select('isWiped')
          .where('scanId', '=', scanId)
          .executeTakeFirstOrThrow()
      ).isWiped;
    // The process dies here: between the commit and what comes after it.
    expect([await isWiped(), await world.platform.openingKeys.read(scanId)]).toEqual([false, expect.anything()]);
    const reader = await world.platform.database.pool.connect();
    await reader.query('begin isolation level repeatable read');
    await reader.query('select count(*) from ballot');
    await wipeAfterCount(made.context);
    // Somebody still reads what was there: the key is gone at once, the rows later.
    expect([await isWiped(), await world.platform.openingKeys.read(scanId)]).toEqual([false, undefined]);
    await reader.query('commit');
    reader.release();
    await wipeTraces(world.platform);
    expect(await isWiped()).toBe(true);
  });

  test('a key of an opening that was never committed is destroyed at the next start; one that is needed stays', async () => {
    const made = await openScanForTests(world, 'pulse', [6]);
    const { openingKeys } = world.platform;
    await made.context.database.tables
      .updateTable('scan')
      .set({ state: 'draft' })
      .where('id', '=', made.scan.scanId)
      .execute();
    const other = await openScanForTests(world, 'pulse', [6]);
    const foreign = '00000000-0000-4000-8000-00000000f00d';
    await openingKeys.keep(foreign, new Uint8Array(32).fill(1));
    await wipeTraces(world.platform);
    expect(await openingKeys.read(made.scan.scanId)).toBeUndefined();
    expect(await openingKeys.read(other.scan.scanId)).toBeDefined();
    expect(await openingKeys.read(foreign)).toBeDefined();
  });
});

describe('what was opened', () => {
  async function withWriters(people: number, writers: number) {
    const made = await openScanForTests(world, 'full', [people]);
    const [item = ''] = snapshotForm('full').itemIds;
    for (const [person, { code }] of made.codes.entries()) {
      const words: Record<string, string> = person < writers ? { OQ1: `Antwoord ${person}` } : {};
      await receiveWholeForm(world.platform, made.scan, { code, number: newNumber(), [item]: '3', ...words }, 'nl');
    }
    await open(made);
    return { made, answers: await openAnswers(made.context.database, made.scan.scanId) };
  }

  test('words can be read from ten respondents and five writers on, in no order of arrival', async () => {
    const { answers } = await withWriters(10, 5);
    const [first, ...others] = answers;
    expect([...(first?.answers?.map(({ text }) => text) ?? [])].sort()).toEqual([
      'Antwoord 0',
      'Antwoord 1',
      'Antwoord 2',
      'Antwoord 3',
      'Antwoord 4',
    ]);
    expect(others.map((one) => one.answers)).toEqual([null, null]);
  });

  test.each([
    [9, 9],
    [10, 4],
  ])('of %i respondents and %i writers no word can be read', async (people, writers) => {
    const { answers } = await withWriters(people, writers);
    expect(answers.map((one) => one.answers)).toEqual([null, null, null]);
  });

  test('blocks are what a result is made of', async () => {
    const { made } = await withWriters(12, 0);
    const blocks = await answerBlocks(made.context.database, made.scan.scanId);
    const [{ unitId } = { unitId: '' }] = blocks;
    const units = [{ id: unitId, sourceUnitId: unitId, parentId: null, name: 'Team', invited: 12, headCount: 12 }];
    const { scanId, instrumentVersion } = made.scan;
    expect(
      makeSnapshot({ scanId, instrumentVersion, form: 'full', minimumGroupSize: 5, units, answers: blocks }).units[0]
        ?.respondents,
    ).toBe(12);
  });
});
