import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '@lerend/ballot';
import { contextOf } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { testWorld } from '#lib/platform/testing/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';
import { careOrganisation, careUnits } from './testing/care-organisation.ts';
import { answeredScan } from './testing/store-answered-scan.ts';
import type { MadeScan } from './testing/store-answered-scan.ts';
import {
  countAgain,
  disclosureReport,
  finishScan,
  publishResult,
  resultByProfile,
  resultDocument,
  resultOf,
  resultTable,
} from './index.ts';
import { keptSnapshot } from './kept-snapshot.ts';
import { resultStore } from './store.ts';

const at = new Date('2026-03-01T09:00:00Z');
/** A third work in shifts, in every team; the first two of the whole skipped. */
const spread: MadeScan['profile'] = {
  questions: ['profile-shifts'],
  of: (unit, person): Record<string, Answer> =>
    unit === careUnits.whole && person < 2 ? {} : { 'profile-shifts': person % 3 === 0 ? 1 : 2 },
};

describe('the result by group', () => {
  let world: TestWorld;
  let coordinator: Context;
  beforeAll(async () => {
    world = await testWorld();
    coordinator = await world.actor({ organisationId: await world.organisation(), roles: ['coordinator'] });
  });
  afterAll(() => world.close());

  async function counted(profile: MadeScan['profile'] | null, units = careOrganisation) {
    const made = { title: 'Peiling', form: 'full', units, seed: 5 } as const;
    const scanId = await answeredScan(coordinator, profile ? { ...made, profile } : made, at);
    await finishScan(coordinator, { scanId });
    return scanId;
  }

  test('shows two groups on eleven areas, with whom the few who skipped are counted, and what it doesn’t say', async () => {
    const scanId = await counted(spread);
    const page = await resultByProfile(coordinator, scanId);
    expect(page.areas).toHaveLength(11);
    const [question] = page.questions;
    expect(question?.classes.map(({ label, people }) => [label, people])).toEqual([
      ['Ja', 43],
      ['Nee of overgeslagen', 81],
    ]);
    expect(question?.classes.every(({ cells }) => cells.some((cell) => cell !== null))).toBe(true);
    expect(page.heading).toBe('Tussen de groepen is geen verschil dat meer is dan toeval');
    expect(await resultOf(coordinator, scanId)).toMatchObject({ hasProfile: true });
    expect(await resultOf(coordinator, scanId, careUnits.north)).toMatchObject({ hasProfile: false });
    const report = await disclosureReport(coordinator, scanId);
    expect(report.isHeldBack).toBe(false);
    expect(report.notSeen.some((one) => one.includes('losse vragen'))).toBe(true);
    const english = contextOf(world.platform, {
      ...coordinator,
      organisationId: coordinator.database.organisationId,
      language: 'en',
    });
    expect((await resultByProfile(english, scanId)).heading).toBe(
      'No difference between the groups is more than chance',
    );
  });

  test('says what differs, as its heading', async () => {
    const lower: MadeScan['profile'] = {
      questions: ['profile-shifts'],
      of: (_, person): Record<string, Answer> =>
        person % 3 === 0 ? { 'profile-shifts': 1, TR1: 1, TR2: 1, TR3: 1, TR4: 1 } : { 'profile-shifts': 2 },
    };
    const page = await resultByProfile(coordinator, await counted(lower));
    expect(page.heading).toMatch(
      /^Wie in ploegen of wisselende diensten werkt, scoort lager op Vertrouwen dan de anderen: \d+ tegen \d+$/,
    );
  });

  test('is nothing where a group is too small, where it is one team, and where nothing was asked', async () => {
    const small = await counted({
      questions: ['profile-shifts'],
      of: (unit, person): Record<string, Answer> => ({
        'profile-shifts': unit === careUnits.north && person < 9 ? 1 : 2,
      }),
    });
    expect(await resultByProfile(coordinator, small)).toMatchObject({
      heading: 'De groepen zijn te klein om naast elkaar te zetten',
      none: null,
      questions: [{ classes: [] }],
    });
    const team = await counted({
      questions: ['profile-shifts'],
      of: (unit, person): Record<string, Answer> => ({
        'profile-shifts': unit === careUnits.north || (unit === careUnits.south && person < 3) ? 1 : 2,
      }),
    });
    expect((await resultByProfile(coordinator, team)).questions[0]?.classes).toEqual([]);
    const none = await counted(null);
    expect(await resultByProfile(coordinator, none)).toMatchObject({
      heading: 'Verschilt dit per groep?',
      questions: [],
    });
    expect(await resultOf(coordinator, none)).toMatchObject({ hasProfile: false });
  });

  test('says what it changes when everyone had answered in proportion, and how much of each group took part', async () => {
    const page = await resultByProfile(
      coordinator,
      await counted({ ...spread, heads: { 'profile-shifts': [73, 100] } }),
    );
    expect(page.weighting?.sentence).toMatch(/^Dan waren de scores (bijna )?dezelfde geweest/);
    expect(page.weighting?.rows.filter(({ told }) => told !== null)).toHaveLength(11);
    expect(page.questions[0]?.response).toEqual([
      'Ja: de helft tot driekwart van de 73 mensen',
      'Nee: meer dan driekwart van de 100 mensen',
    ]);
    const uneven: MadeScan['profile'] = {
      questions: ['profile-shifts'],
      heads: { 'profile-shifts': [90, 83] },
      of: (_, person): Record<string, Answer> =>
        person % 3 === 0 ? { 'profile-shifts': 1, TR1: 1, TR2: 1, TR3: 1, TR4: 1 } : { 'profile-shifts': 2 },
    };
    const { weighting } = await resultByProfile(coordinator, await counted(uneven));
    expect(weighting?.sentence).toMatch(
      /^Dan was de score op Vertrouwen duidelijk anders geweest: Vertrouwen \d+ punten lager/,
    );
    expect(weighting?.basis).toContain('in ploegen of niet');
  });

  test('doesn’t weigh by numbers that can’t be right, and weighs nothing where none were given', async () => {
    const misfit = await resultByProfile(
      coordinator,
      await counted({ ...spread, heads: { 'profile-shifts': [30, 143] } }),
    );
    expect(misfit.weighting).toMatchObject({ basis: null, rows: [] });
    expect(misfit.questions[0]?.response[0]).toMatch(/^Ja: niet te zeggen/);
    expect(misfit.questions[0]?.classes).toHaveLength(2);
    const none = await resultByProfile(coordinator, await counted(spread));
    expect(none.weighting).toBe(null);
    expect(none.questions[0]?.response).toEqual([]);
    expect(none.questions[0]?.items).toBe(null);
    expect(none.untested).toContain('200 mensen');
  });

  test('names the questions that a group of two hundred answers differently, and keeps nothing else of that', async () => {
    const [whole] = careOrganisation;
    const teams = Array.from({ length: 6 }, (_, at) => ({
      id: `0c0ffee0-0000-4000-8000-0000000001${at}0`,
      parentId: careUnits.whole,
      name: `Team ${at + 1}`,
      invited: 100,
      answered: 100,
    }));
    const differently: MadeScan['profile'] = {
      questions: ['profile-shifts'],
      of: (_, person): Record<string, Answer> =>
        person % 2 === 0
          ? { 'profile-shifts': 1, TR1: ([1, 1, 2, 3, 2] as const)[(person / 2) % 5] ?? 1 }
          : { 'profile-shifts': 2 },
    };
    const scanId = await counted(differently, whole ? [whole, ...teams] : []);
    const [question] = (await resultByProfile(coordinator, scanId)).questions;
    expect(question?.items?.sentence).toMatch(/^Van \d+ vragen is er één die een groep anders beantwoordt/);
    expect(question?.items?.differing).toEqual([
      expect.stringMatching(
        /wie in ploegen of wisselende diensten werkt, antwoordt hier lager dan anderen met dezelfde score op Vertrouwen\.$/,
      ),
    ]);
    const [kept] = (await keptSnapshot(coordinator.database, { scanId, madeAt: at })).profile ?? [];
    expect(Object.keys(kept ?? {}).sort()).toEqual(['classes', 'items', 'questionId']);
    expect(Object.keys(kept?.items?.differing[0] ?? {}).sort()).toEqual(['band', 'direction', 'itemId']);
  });

  test('goes along in the workbook, the CSV and the PDF', async () => {
    const scanId = await counted({ ...spread, heads: { 'profile-shifts': [73, 100] } });
    const workbook = await resultTable(coordinator, scanId, { format: 'xlsx' });
    const sheets = await readXlsxFile(Buffer.from(workbook.bytes));
    expect(sheets.map(({ sheet }) => sheet).slice(-3)).toEqual(['Groepen', 'Respons per groep', 'In verhouding']);
    const csv = await resultTable(coordinator, scanId, { format: 'csv', part: 'groups' });
    expect(csv.fileName).toMatch(/groepen\.csv$/);
    expect(new TextDecoder().decode(csv.bytes)).toContain(';Nee of overgeslagen;81;Vertrouwen;');
    expect((await resultDocument(coordinator, scanId)).bytes.length).toBeGreaterThan(1000);
  });

  test('stays away where it would give away a few beside the figures of teams, and the result comes without it', async () => {
    const unitId = (at: number) => `0c0ffee0-0000-4000-8000-0000000002${at}0`;
    const [whole, north, post, south, east] = [unitId(1), unitId(2), unitId(3), unitId(4), unitId(5)];
    const units = [
      { id: whole, parentId: null, name: 'Geheel', invited: 8, answered: 0 },
      { id: north, parentId: whole, name: 'Noord', invited: 10, answered: 6 },
      { id: post, parentId: north, name: 'Post', invited: 8, answered: 4 },
      { id: south, parentId: whole, name: 'Zuid', invited: 24, answered: 24 },
      { id: east, parentId: whole, name: 'Oost', invited: 20, answered: 20 },
    ];
    const saying = (shifts: Answer, trust: Answer): Record<string, Answer> => ({
      'profile-shifts': shifts,
      ...Object.fromEntries(['TR1', 'TR2', 'TR3', 'TR4'].map((item) => [item, trust])),
    });
    // Whoever works in shifts says "always" in north, its post and south; whoever doesn't, nearly "never".
    const of = (unit: string, person: number): Record<string, Answer> => {
      if (unit === east) return saying(1, person % 2 === 0 ? 3 : 2);
      if (unit === south) return person < 7 ? saying(1, 5) : saying(2, person % 3 === 0 ? 3 : 2);
      return unit === post || person < 3 ? saying(1, 5) : saying(2, 1);
    };
    const scanId = await counted({ questions: ['profile-shifts'], heads: { 'profile-shifts': [46, 24] }, of }, units);
    const page = await resultByProfile(coordinator, scanId);
    expect(page).toMatchObject({
      heading: 'De groepen naast elkaar zetten zou te veel verraden',
      questions: [{ classes: [], items: null }],
      weighting: null,
    });
    expect(page.questions[0]?.sentences).toEqual([expect.stringMatching(/^Van deze vraag laten we geen scores zien/)]);
    expect(page.questions[0]?.response).toHaveLength(2);
    const report = await disclosureReport(coordinator, scanId);
    expect(report.isHeldBack).toBe(false);
    expect(report.facts.at(-1)?.text).toMatch(/^Die laten we niet zien/);
    expect((await resultDocument(coordinator, scanId)).bytes.length).toBeGreaterThan(1000);
  });

  test('is gone when a result that was held back is counted again: its answers are nowhere', async () => {
    const scanId = await counted(spread);
    const store = resultStore(coordinator.database);
    const kept = await store.audit(scanId);
    await store.keepAudit(scanId, kept?.report as unknown as Parameters<typeof store.keepAudit>[1], true, at);
    await expect(resultByProfile(coordinator, scanId)).rejects.toMatchObject({ status: 409 });
    await countAgain(coordinator, { scanId, minimumGroupSize: 7 });
    expect(JSON.stringify(await store.document(scanId))).not.toContain('profile-shifts');
    expect((await resultByProfile(coordinator, scanId)).none).not.toBe(null);
  });

  test('is for whoever may read the result of the whole, and only once they may', async () => {
    const scanId = await counted(spread);
    const { organisationId } = coordinator.database;
    const member = await world.actor({ organisationId, roles: ['member'] });
    await expect(resultByProfile(member, scanId)).rejects.toMatchObject({ status: 403 });
    await publishResult(coordinator, scanId);
    await expect(resultByProfile(member, scanId)).resolves.toMatchObject({ none: null });
    const stranger = await world.actor({ organisationId: await world.organisation(), roles: ['coordinator'] });
    await expect(resultByProfile(stranger, scanId)).rejects.toMatchObject({ status: 404 });
  });
});
