import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeBallot, payloadBytes, sealedBytes } from '@lerend/ballot';
import type { Answer } from '@lerend/ballot';
import { snapshotForm } from '@lerend/analysis';
import { instrumentVersion } from '@lerend/instrument';
import type { ProfileQuestionId } from '@lerend/instrument';
import { closeScan } from '#lib/features/scan/server/index.ts';
import { testWorld } from '#lib/platform/testing/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';
import { answerBlocks, answerByDevice, answeringPage, openingReport, receiveWholeForm } from './index.ts';
import { newNumber, openedWithProfile, openScanForTests, payloadOf } from './scan-for-tests.ts';

const asked: readonly ProfileQuestionId[] = ['profile-tenure', 'profile-shifts', 'profile-leads'];
const [item = ''] = snapshotForm('pulse').itemIds;

/** What somebody knows of a colleague: that no other in the team has this combination. */
const bandsOf = (person: number): readonly [number, number, number] => [
  1 + (person % 3),
  1 + (Math.floor(person / 3) % 2),
  1 + (Math.floor(person / 6) % 2),
];

describe('profile questions', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await testWorld();
  });
  afterAll(() => world.close());

  async function answered() {
    const made = await openScanForTests(world, 'pulse', [12, 8], asked);
    // Team by team, so that within one nobody has the same combination.
    const codes = made.codes.toSorted((one, other) => (one.scanUnitId < other.scanUnitId ? -1 : 1));
    for (const [person, { code }] of codes.entries()) {
      const profile = Object.fromEntries(asked.map((id, at) => [id, bandsOf(person)[at] as Answer]));
      const answers = { [item]: (1 + (person % 5)) as Answer, ...(person === 11 ? {} : profile) };
      const payload = payloadOf(answers);
      if (person % 2 === 0) await answerByDevice(world.platform, made.scan, { code, payload, openPayload: null }, 'nl');
      else {
        const fields = Object.fromEntries(Object.entries(answers).map(([id, given]) => [id, String(given)]));
        await receiveWholeForm(world.platform, made.scan, { code, number: newNumber(), ...fields }, 'nl');
      }
    }
    return made;
  }

  test('stand on the page last, each with a way to skip it, and only where they were chosen', async () => {
    const made = await openScanForTests(world, 'pulse', [12], asked);
    const page = await answeringPage(world.platform, made.scan.code, 'en');
    expect(page.profile?.questions.map(({ id, options }) => [id, options.length])).toEqual([
      ['profile-tenure', 3],
      ['profile-shifts', 2],
      ['profile-leads', 2],
    ]);
    expect(page.profile?.least).toBe(10);
    const without = await openScanForTests(world, 'pulse', [12]);
    expect((await answeringPage(world.platform, without.scan.code, 'en')).profile).toBe(null);
  });

  test('leave a ballot as long as it was, also with every question of the longest form', () => {
    const answers = Object.fromEntries([...snapshotForm('full').itemIds, ...asked].map((id) => [id, 5 as const]));
    const ballot = { form: 'full', instrumentVersion, language: 'nl', speedBand: 'very-fast' } as const;
    expect(encodeBallot({ ...ballot, answers })).toHaveLength(payloadBytes);
  });

  test('are in sealed ballots of one length, come out in memory, and are in nothing that is kept', async () => {
    const made = await answered();
    const { tables } = made.context.database;
    const { scanId } = made.scan;
    const ballots = await tables.selectFrom('ballot').select('sealed').where('scanId', '=', scanId).execute();
    expect(new Set(ballots.map(({ sealed }) => sealed.length))).toEqual(new Set([sealedBytes.ballot]));
    await closeScan(made.context, { scanId });
    const { profile, counted } = await openedWithProfile(world, made);
    expect(counted).toBe(20);
    const inMemory = (profile?.rows ?? []).flatMap(({ bands }) =>
      Array.from({ length: bands.length / 3 }, (_, row) => bands.subarray(row * 3, row * 3 + 3).join('')),
    );
    const filled = Array.from({ length: 20 }, (_, person) => (person === 11 ? '000' : bandsOf(person).join('')));
    expect(inMemory.toSorted()).toEqual(filled.toSorted());

    // Every row of answers is as wide as the questions about learning, and no table has a word about profiles.
    const width = snapshotForm('pulse').itemIds.length;
    for (const { n, items } of await answerBlocks(made.context.database, scanId)) expect(items).toHaveLength(n * width);
    expect(JSON.stringify(await openingReport(made.context.database, scanId))).not.toMatch(/profile|tenure|shifts/);
    expect(await wordsInTables()).toEqual(['scan']);
  });

  test('kept beside the rows would point out whoever is alone in a team with a combination', async () => {
    const made = await answered();
    await closeScan(made.context, { scanId: made.scan.scanId });
    const { profile } = await openedWithProfile(world, made);
    const blocks = await answerBlocks(made.context.database, made.scan.scanId);
    const width = snapshotForm('pulse').itemIds.length;
    /** The attacker knows what four colleagues would say of their work, and looks for a row that only they can have. */
    const found = (rowsOf: (unit: number, row: number) => string) =>
      blocks.flatMap(({ n }, unit) => {
        const rows = Array.from({ length: n }, (_, row) => rowsOf(unit, row));
        return rows.filter((row) => rows.filter((other) => other === row).length === 1);
      }).length;
    const rows = (unit: number, row: number) => blocks[unit]?.items.subarray(row * width, (row + 1) * width).slice(1);
    const kept = (unit: number, row: number) => {
      const ofUnit = profile?.rows.find(({ unitId }) => unitId === blocks[unit]?.unitId);
      return ofUnit?.bands.subarray(row * 3, row * 3 + 3).join('') ?? '';
    };
    // Nobody answered anything but the first question: without the profile every row is like the others of its team.
    expect(found((unit, row) => rows(unit, row)?.join('') ?? '')).toBe(0);
    expect(found(kept)).toBe(20);
  });

  test('with a band that there is not is refused without script, with a sentence', async () => {
    const made = await openScanForTests(world, 'pulse', [12], ['profile-shifts']);
    const [{ code } = { code: '' }] = made.codes;
    const form = { code, number: newNumber(), [item]: '3', 'profile-shifts': '3' };
    await expect(receiveWholeForm(world.platform, made.scan, form, 'nl')).rejects.toMatchObject({
      status: 422,
      field: 'profile-shifts',
    });
  });

  /** The tables in which a word of a profile question stands, as anyone with a copy of the database would search. */
  async function wordsInTables(): Promise<string[]> {
    const { rows: names } = await world.platform.database.pool.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    const holding: string[] = [];
    for (const { name } of names) {
      const { rows } = await world.platform.database.pool.query(
        `select 1 from "${name}" as one where one::text ~ 'profile-(tenure|shifts|leads)' limit 1`,
      );
      if (rows.length > 0) holding.push(name);
    }
    return holding;
  }
});
