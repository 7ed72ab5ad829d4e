import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeBallotText } from '@lerend/ballot';
import { sql } from 'kysely';
import {
  answerByDevice,
  giveCredential,
  receiveBallot,
  receiveWholeForm,
  researchRows,
} from '#lib/features/answering/server/index.ts';
import { finishScan, nextResultOn, publishedResults } from '#lib/features/result/server/index.ts';
import { changeScan, latestOpenedScan, prepareScan, scanOverview, scanUnits } from '#lib/features/scan/server/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { testWorld } from '#lib/platform/testing/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';
import { codebook, eraseExpiredRows, eraseRows, exportRows, pilotOutcome, researchPage } from './index.ts';
import { builtPilot, newNumber, pilotAnswers, pilotFields, takePart } from './testing/pilot-builder.ts';
import type { BuiltPilot } from './testing/pilot-builder.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

const count = async ({ coordinator, scan }: BuiltPilot) => {
  await finishScan(coordinator, { scanId: scan.scanId });
};
const rowsIn = async (
  context: Context,
  table: 'ballot' | 'openBallot' | 'issuance' | 'answerBlock' | 'resultSnapshot',
) => (await context.database.tables.selectFrom(table).selectAll().execute()).length;
const text = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);

describe('a pilot that is opened', () => {
  test('has one group with everyone in it, and writes no other unit down', async () => {
    const pilot = await builtPilot(world);
    const { coordinator, scan, codes } = pilot;
    const units = await scanUnits(coordinator.database, scan.scanId);
    expect(units.map(({ name, headCount }) => ({ name, headCount }))).toEqual([{ name: 'De Linde', headCount: 80 }]);
    expect(codes).toHaveLength(80);
    await takePart(world, pilot, 50);
    await count(pilot);
    for (const table of ['scan_unit', 'invitation', 'ballot', 'research_block', 'research_report', 'answer_block']) {
      const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(table)} t`.execute(
        world.platform.database.everyone,
      );
      expect(rows.map(({ row }) => row).join()).not.toContain('Geheim team');
    }
    const invited = await coordinator.database.tables
      .selectFrom('invitation')
      .select('scanUnitId')
      .where('scanId', '=', scan.scanId)
      .execute();
    expect(new Set(invited.map(({ scanUnitId }) => scanUnitId))).toEqual(new Set([units[0]?.id]));
  });

  test('stays a pilot, whatever is asked of the product or of its database', async () => {
    const { coordinator, scan } = await builtPilot(world);
    const { scanId } = scan;
    const everyone = world.platform.database.everyone;
    await expect(
      sql`update scan set kind = 'regular', researcher = null, rows_kept_until = null where id = ${scanId}`.execute(
        everyone,
      ),
    ).rejects.toThrow(/does not change/);
    await expect(
      sql`update scan set rows_kept_until = '2036-01-01' where id = ${scanId}`.execute(everyone),
    ).rejects.toThrow(/does not change/);
    const draft = await prepareScan(coordinator, { ...pilotFields, opensOn: '2026-03-04' });
    await expect(
      changeScan(coordinator, { ...pilotFields, kind: 'regular', scanId: draft.scanId }),
    ).rejects.toMatchObject({ status: 409, message: expect.stringContaining('proefpeiling') });
    await changeScan(coordinator, { ...pilotFields, researcher: 'Een ander', scanId: draft.scanId });
    expect((await scanOverview(coordinator, draft.scanId)).research?.researcher).toBe('Een ander');
  });

  test.each([
    ['names nobody who gets the rows', { researcher: ' ' }, 'researcher'],
    ['has no day on which the rows go', { rowsKeptUntil: '' }, 'rowsKeptUntil'],
    ['keeps rows no longer than the peiling lasts', { rowsKeptUntil: '2026-03-20' }, 'rowsKeptUntil'],
    ['keeps rows for more than ten years', { rowsKeptUntil: '2036-03-21' }, 'rowsKeptUntil'],
  ])('is refused before that when it %s', async (_when, change, field) => {
    const coordinator = await world.actor({ organisationId: await world.organisation(), roles: ['coordinator'] });
    await expect(prepareScan(coordinator, { ...pilotFields, ...change })).rejects.toMatchObject({ status: 422, field });
  });
});

describe('without a yes', () => {
  test('nothing is taken in through any door, and the code stays unused', async () => {
    const pilot = await builtPilot(world);
    const { scan, coordinator, codes } = pilot;
    const [code = ''] = codes;
    const number = newNumber();
    const answers = pilotAnswers('full', 1);
    const refused = { status: 422, field: 'researchConsent' };
    const platform = world.platform;
    for (const consent of [{}, { researchConsent: 'no' }, { researchConsent: '' }]) {
      const post = { code, number, ...consent };
      const blinded = Buffer.alloc(256, 1).toString('base64url');
      const asked = { code, blinded, blindedWords: null, ...consent };
      await expect(giveCredential(platform, scan, asked, 'nl')).rejects.toMatchObject(refused);
      await expect(receiveWholeForm(platform, scan, { ...post, ...answers }, 'nl')).rejects.toMatchObject(refused);
    }
    expect(await rowsIn(coordinator, 'issuance')).toBe(0);
    const { form, instrumentVersion } = scan;
    const answered = { form, instrumentVersion, language: 'nl', answers: { SV1: 3 }, speedBand: 'usual' } as const;
    const device = { code, payload: encodeBallotText(answered), openPayload: null };
    await expect(answerByDevice(platform, scan, device, 'nl')).rejects.toMatchObject(refused);
    await answerByDevice(platform, scan, { ...device, researchConsent: 'yes' }, 'nl');
    expect(await rowsIn(coordinator, 'ballot')).toBe(1);
    const [kept] = await coordinator.database.tables.selectFrom('ballot').selectAll().execute();
    const bytes = (of: Uint8Array | undefined) => Buffer.from(of ?? []).toString('base64url');
    const again = {
      group: kept?.groupId,
      number: bytes(kept?.number),
      prefix: bytes(kept?.prefix),
      credential: bytes(kept?.credential),
      counter: kept?.counter,
      sealed: bytes(kept?.sealed),
      signature: bytes(kept?.signature),
    };
    await expect(receiveBallot(platform, scan, again, 'nl')).rejects.toMatchObject(refused);
    await receiveBallot(platform, scan, { ...again, researchConsent: 'yes' }, 'nl');
    expect(await rowsIn(coordinator, 'ballot')).toBe(1);
    expect(await rowsIn(coordinator, 'openBallot')).toBe(0);
  });
});

describe('a pilot that is counted', () => {
  test('keeps each row as it was filled in, and nothing that leads back from it', async () => {
    const pilot = await builtPilot(world);
    const { coordinator, scan } = pilot;
    await takePart(world, pilot, 60);
    await count(pilot);
    const kept = await researchRows(coordinator.database, scan.scanId);
    const itemIds = kept?.itemIds ?? [];
    const sent = Array.from({ length: 60 }, (_, person) => {
      const fields = pilotAnswers('full', person);
      return itemIds.map((id) => fields[id] ?? '0').join('');
    });
    const found = (kept?.rows ?? []).map(({ items }) => items.join(''));
    expect(found.toSorted()).toEqual(sent.toSorted());
    expect(found).not.toEqual(sent);
    for (const table of ['ballot', 'openBallot', 'issuance', 'answerBlock', 'resultSnapshot'] as const)
      expect(await rowsIn(coordinator, table)).toBe(0);
    await count(pilot);
    expect((await researchPage(coordinator, scan.scanId)).rows).toBe('kept');
  });

  test('leaves a rare language out of every row, so that it is not told by elimination', async () => {
    const pilot = await builtPilot(world);
    await takePart(world, pilot, 60, (person) => (person < 9 ? 'en' : 'nl'));
    await count(pilot);
    const rare = await researchRows(pilot.coordinator.database, pilot.scan.scanId);
    expect(new Set(rare?.rows.map(({ language }) => language))).toEqual(new Set([null]));
    const other = await builtPilot(world);
    await takePart(world, other, 60, (person) => (person < 10 ? 'en' : 'nl'));
    await count(other);
    const common = await researchRows(other.coordinator.database, other.scan.scanId);
    expect(common?.rows.filter(({ language }) => language === 'en')).toHaveLength(10);
  });

  test('is no result: nothing to read, to wait for or to compare the next peiling with', async () => {
    const pilot = await builtPilot(world);
    const { coordinator } = pilot;
    expect(await nextResultOn(coordinator)).toBeNull();
    await takePart(world, pilot, 50);
    await count(pilot);
    expect(await latestOpenedScan(coordinator)).toBeNull();
    expect(await publishedResults(coordinator)).toMatchObject({ results: [], latest: null, toFinish: [] });
  });

  test('of fewer than fifty people keeps no row, and gives none', async () => {
    const pilot = await builtPilot(world);
    const { coordinator, scan } = pilot;
    await takePart(world, pilot, 49);
    await count(pilot);
    expect(await researchRows(coordinator.database, scan.scanId)).toBeNull();
    expect(await researchPage(coordinator, scan.scanId)).toMatchObject({
      rows: 'few',
      respondents: null,
      areas: null,
      mayExport: false,
    });
    await expect(exportRows(coordinator, { scanId: scan.scanId, format: 'csv' })).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining('50'),
    });
  });
});

describe('rows that leave', () => {
  let pilot: BuiltPilot;
  beforeAll(async () => {
    pilot = await builtPilot(world);
    await takePart(world, pilot, 60);
    await count(pilot);
  });

  test('go out as CSV, “weet ik niet” apart from what was left open, with each time where respondents read it', async () => {
    const { coordinator, scan } = pilot;
    const { bytes, fileName } = await exportRows(coordinator, { scanId: scan.scanId, format: 'csv' });
    const [header = '', ...lines] = text(bytes).trimEnd().split('\n');
    expect(header.startsWith('SV1,SV2,')).toBe(true);
    expect(header.endsWith('OU4,language,speed')).toBe(true);
    expect(lines).toHaveLength(60);
    const cells = lines.flatMap((line) => line.split(',').slice(0, -2));
    const sent = Array.from({ length: 60 }, (_, person) => Object.values(pilotAnswers('full', person))).flat();
    expect(cells.filter((cell) => cell === '9')).toHaveLength(sent.filter((answer) => answer === '9').length);
    expect(cells.filter((cell) => cell === '')).toHaveLength(60 * 52 - sent.length);
    expect(fileName).toMatch(/^rijen-[A-Z0-9]{8}\.csv$/);
    await exportRows(coordinator, { scanId: scan.scanId, format: 'sav', language: 'en' });
    const lines2 = (await pilotOutcome(world.platform, scan.code))?.exports;
    expect(lines2?.map(({ format, by, on }) => [format, by, on]).toSorted()).toEqual([
      ['csv', 'Sanne de Wit', '2026-03-02'],
      ['sav', 'Sanne de Wit', '2026-03-02'],
    ]);
    const audited = await coordinator.database.tables
      .selectFrom('auditEntry')
      .select('action')
      .where('subject', '=', scan.scanId)
      .where('action', 'like', 'research.%')
      .execute();
    expect(audited.map(({ action }) => action).toSorted()).toEqual(['research.exported-csv', 'research.exported-sav']);
  });

  test('have a codebook for every column and code', async () => {
    const { bytes } = await codebook(pilot.coordinator, pilot.scan.scanId);
    const lines = text(bytes).trimEnd().split('\n');
    expect(lines).toHaveLength(1 + 52 * 6 + 2 + 4);
    expect(lines.find((line) => line.startsWith('SV1,') && line.includes(',9,'))).toMatch(/,yes$/);
  });

  test('are for the coordinator of this organisation only', async () => {
    const { scan, coordinator } = pilot;
    const { organisationId } = coordinator.database;
    for (const role of ['director', 'works-council', 'adviser', 'manager', 'member'] as const) {
      const other = await world.actor({ organisationId, roles: [role] });
      await expect(exportRows(other, { scanId: scan.scanId, format: 'csv' })).rejects.toMatchObject({ status: 403 });
      await expect(eraseRows(other, { scanId: scan.scanId })).rejects.toMatchObject({ status: 403 });
      expect((await researchPage(other, scan.scanId)).mayExport).toBe(false);
    }
    const elsewhere = await world.actor({ organisationId: await world.organisation(), roles: ['coordinator'] });
    await expect(exportRows(elsewhere, { scanId: scan.scanId, format: 'csv' })).rejects.toMatchObject({ status: 404 });
    await expect(researchPage(elsewhere, scan.scanId)).rejects.toMatchObject({ status: 404 });
    await eraseRows(elsewhere, { scanId: scan.scanId });
    expect(await researchRows(coordinator.database, scan.scanId)).not.toBeNull();
  });

  test('show respondents no figures before the promised day, and then how well each area measured', async () => {
    const start = world.clock.now();
    expect((await pilotOutcome(world.platform, pilot.scan.code))?.areas).toBeNull();
    expect((await researchPage(pilot.coordinator, pilot.scan.scanId)).areas).toHaveLength(11);
    world.clock.set(new Date('2026-04-01T09:00:00Z'));
    const outcome = await pilotOutcome(world.platform, pilot.scan.code);
    world.clock.set(start);
    expect(outcome?.respondents).toBe(60);
    expect(outcome?.areas).toHaveLength(11);
  });

  test('are gone after their last day, while what was learned stays', async () => {
    const { coordinator, scan } = pilot;
    const start = world.clock.now();
    world.clock.set(new Date('2027-03-20T12:00:00Z'));
    await eraseExpiredRows(world.platform);
    expect((await researchPage(coordinator, scan.scanId)).rows).toBe('kept');
    world.clock.set(new Date('2027-03-21T00:30:00Z'));
    await expect(exportRows(coordinator, { scanId: scan.scanId, format: 'csv' })).rejects.toMatchObject({
      status: 410,
    });
    await eraseExpiredRows(world.platform);
    await eraseExpiredRows(world.platform);
    const page = await researchPage(coordinator, scan.scanId);
    world.clock.set(start);
    expect(page).toMatchObject({ rows: 'erased', erasedOn: '2027-03-21', respondents: 60, mayExport: false });
    expect(page.areas).toHaveLength(11);
    expect(await researchRows(coordinator.database, scan.scanId)).toBeNull();
    const expired = await coordinator.database.tables
      .selectFrom('auditEntry')
      .select('accountId')
      .where('action', '=', 'research.rows-expired')
      .execute();
    expect(expired).toEqual([{ accountId: null }]);
  });

  test('can be erased before that day, by hand', async () => {
    const other = await builtPilot(world);
    await takePart(world, other, 50);
    await count(other);
    await eraseRows(other.coordinator, { scanId: other.scan.scanId });
    await eraseRows(other.coordinator, { scanId: other.scan.scanId });
    expect(await researchPage(other.coordinator, other.scan.scanId)).toMatchObject({ rows: 'erased' });
  });
});
