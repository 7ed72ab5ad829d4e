import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { randomBytes } from 'node:crypto';
import { encodeBallot } from '@lerend/ballot';
import type { Answer } from '@lerend/ballot';
import { makeSnapshot, snapshotForm } from '@lerend/analysis';
import { closeScan } from '#lib/features/scan/server/index.ts';
import { inTransaction } from '#lib/platform/context/index.ts';
import { testWorld } from '#lib/platform/testing/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';
import {
  answerBlocks,
  ballotsPerUnit,
  openAnswers,
  openBallots,
  openingReport,
  receiveBallot,
  receiveWholeForm,
  giveCredential,
} from './index.ts';
import { newNumber, openScanForTests, payloadOf } from './scan-for-tests.ts';
import type { ScanForTests } from './scan-for-tests.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

const open = async ({ context, scan }: ScanForTests) => {
  await closeScan(context, { scanId: scan.scanId });
  return inTransaction(context, (inside) => openBallots(inside, scan.scanId));
};

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
    expect(await tables.selectFrom('invitation').select('id').where('numberDigest', 'is not', null).execute()).toEqual(
      [],
    );
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
    await expect(inTransaction(made.context, (inside) => openBallots(inside, made.scan.scanId))).rejects.toMatchObject({
      status: 409,
    });
    expect(await open(made)).toEqual({ counted: 0 });
    await expect(inTransaction(made.context, (inside) => openBallots(inside, made.scan.scanId))).rejects.toMatchObject({
      status: 409,
    });
    expect(await answerBlocks(made.context.database, made.scan.scanId)).toEqual([]);
  });

  test('takes along every ballot that was acknowledged while it began, and none comes in behind its back', async () => {
    const made = await openScanForTests(world, 'pulse', [30]);
    const [itemId = ''] = snapshotForm('pulse').itemIds;
    const ready = await Promise.all(
      made.codes.map(async ({ code }) => {
        const number = newNumber();
        return {
          number,
          payload: payloadOf({ [itemId]: 4 }),
          ...(await giveCredential(world.platform, made.scan, { code, number }, 'nl')),
        };
      }),
    );
    const sending = ready.map((ballot) =>
      receiveBallot(world.platform, made.scan, ballot, 'nl').then(
        () => true,
        () => false,
      ),
    );
    const opened = await open(made);
    const acknowledged = (await Promise.all(sending)).filter(Boolean).length;
    expect(opened.counted).toBe(acknowledged);
    expect(
      await made.context.database.tables
        .selectFrom('ballot')
        .select('number')
        .where('scanId', '=', made.scan.scanId)
        .execute(),
    ).toEqual([]);
  });

  test('opens ten thousand ballots with less than a second and a half of processor time, however busy the machine', async () => {
    const made = await openScanForTests(world, 'full', [5000, 5000]);
    const { itemIds } = snapshotForm('full');
    const units = [...new Set(made.codes.map(({ scanUnitId }) => scanUnitId))];
    const rows = Array.from({ length: 10_000 }, (_, person) => {
      const answers = Object.fromEntries(itemIds.map((id, column) => [id, (((person + column) % 5) + 1) as Answer]));
      const payload = encodeBallot({
        form: 'full',
        instrumentVersion: made.scan.instrumentVersion,
        language: 'nl',
        answers,
        speedBand: 'usual',
      });
      return {
        scanId: made.scan.scanId,
        number: randomBytes(16),
        scanUnitId: units[person % 2] ?? '',
        payload: Buffer.from(payload),
      };
    });
    for (let from = 0; from < rows.length; from += 1000) {
      await made.context.database.tables
        .insertInto('ballot')
        .values(rows.slice(from, from + 1000))
        .execute();
    }
    await closeScan(made.context, { scanId: made.scan.scanId });
    const start = process.cpuUsage();
    const { counted } = await inTransaction(made.context, (inside) => openBallots(inside, made.scan.scanId));
    const { user, system } = process.cpuUsage(start);
    expect(counted).toBe(10_000);
    expect((user + system) / 1000).toBeLessThan(1500);
  }, 120_000);
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
    expect([...(first?.texts ?? [])].sort()).toEqual([
      'Antwoord 0',
      'Antwoord 1',
      'Antwoord 2',
      'Antwoord 3',
      'Antwoord 4',
    ]);
    expect(others.map(({ texts }) => texts)).toEqual([null, null]);
  });

  test.each([
    [9, 9],
    [10, 4],
  ])('of %i respondents and %i writers no word can be read', async (people, writers) => {
    const { answers } = await withWriters(people, writers);
    expect(answers.map(({ texts }) => texts)).toEqual([null, null, null]);
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
