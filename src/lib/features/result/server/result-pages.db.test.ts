import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { areaCodes } from '@lerend/instrument';
import { proposeSteps } from '@lerend/planning';
import type { Context } from '#lib/platform/context/index.ts';
import { testWorld } from '#lib/platform/testing/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';
import { answeredScan } from './testing/store-answered-scan.ts';
import { careOrganisation, careUnits, halfAYear } from './testing/care-organisation.ts';
import {
  areaResultOf,
  findingsForPlan,
  finishScan,
  latestResultFor,
  measuredLevels,
  nextResultOn,
  publishedResults,
  publishResult,
  resultDocument,
  resultOf,
  resultTable,
  shareableResult,
  snapshotOf,
  unitsSideBySide,
} from './index.ts';

const { whole, care, north, south, small } = careUnits;
const figures = /"(n|score|centre|band|noise|favourable|unfavourable|before|now)":\d/u;

describe('the result of a care organisation after two peilingen', () => {
  let world: TestWorld;
  let people: Record<'coordinator' | 'director' | 'council' | 'manager' | 'member' | 'lead' | 'stranger', Context>;
  let [first, second] = ['', ''];

  beforeAll(async () => {
    world = await testWorld();
    const organisationId = await world.organisation('Van der Veen Zorg');
    people = {
      coordinator: await world.actor({ organisationId, roles: ['coordinator'] }),
      director: await world.actor({ organisationId, roles: ['director'] }),
      council: await world.actor({ organisationId, roles: ['works-council'] }),
      manager: await world.actor({
        organisationId,
        leads: [care, north, south, careUnits.night, small],
        belongsTo: [care, whole],
      }),
      member: await world.actor({ organisationId, belongsTo: [north, care, whole] }),
      lead: await world.actor({ organisationId, leads: [small], belongsTo: [small, care, whole], language: 'en' }),
      stranger: await world.actor({ organisationId }),
    };
    const at = world.clock.now();
    first = await answeredScan(
      people.coordinator,
      { title: 'Voorjaar', form: 'full', units: careOrganisation, seed: 5 },
      at,
    );
    await finishScan(people.coordinator, { scanId: first });
    world.clock.set(new Date('2026-10-21T08:00:00Z'));
    const autumn = {
      title: 'Najaar',
      form: 'full' as const,
      units: careOrganisation,
      seed: 9,
      lift: halfAYear,
      previousScanId: first,
      resultOn: '2026-11-02',
    };
    second = await answeredScan(people.coordinator, autumn, at);
    await finishScan(people.coordinator, { scanId: second });
  });
  afterAll(() => world.close());

  test('is at first for the coordinator and the works council only, and others are told when it comes', async () => {
    for (const early of [people.coordinator, people.council])
      expect((await publishedResults(early)).results.map(({ id }) => id)).toEqual([second, first]);
    for (const other of [people.director, people.manager, people.member]) {
      expect((await publishedResults(other)).results.map(({ id }) => id)).toEqual([first]);
      await expect(resultOf(other, second)).rejects.toThrow('2 november 2026');
      await expect(resultTable(other, second, { format: 'xlsx' })).rejects.toMatchObject({ status: 403 });
      await expect(unitsSideBySide(other, second)).rejects.toMatchObject({ status: 403 });
      expect((await latestResultFor(other, north))?.id).toBe(first);
    }
    expect(await nextResultOn(people.member)).toBe('2026-11-02');
    await expect(publishedResults(people.stranger)).rejects.toMatchObject({ status: 403 });
    await expect(publishResult(people.director, second)).rejects.toMatchObject({ status: 403 });
  });

  test('is for everyone once the coordinator publishes it, and anyway on the promised day', async () => {
    const today = world.clock.now();
    world.clock.set(new Date('2026-11-01T23:30:00Z'));
    expect((await resultOf(people.member, second)).scan.isPublished).toBe(true);
    world.clock.set(today);
    await expect(resultOf(people.member, second)).rejects.toMatchObject({ status: 403 });
    await publishResult(people.coordinator, second);
    await publishResult(people.coordinator, second);
    expect((await resultOf(people.member, second)).scan.isPublished).toBe(true);
    const published = await people.coordinator.database.tables
      .selectFrom('auditEntry')
      .select('id')
      .where('action', '=', 'result.published')
      .execute();
    expect(published).toHaveLength(1);
  });

  test.each([
    ['coordinator', careOrganisation.map(({ id }) => id)],
    ['manager', [whole, care, north, south, careUnits.night, small]],
    ['member', [whole, care, north]],
    ['lead', [whole, care, small]],
  ] as const)('opens for a %s exactly their own units', async (who, expected) => {
    for (const { id } of careOrganisation) {
      const page = resultOf(people[who], second, id);
      if (expected.includes(id)) expect((await page).unit.id).toBe(id);
      else await expect(page).rejects.toMatchObject({ status: 403 });
      if (!expected.includes(id))
        await expect(resultDocument(people[who], second, id)).rejects.toMatchObject({ status: 403 });
    }
    expect((await unitsSideBySide(people[who], second)).units.map(({ id }) => id).toSorted()).toEqual(
      [...expected].toSorted(),
    );
    expect((await snapshotOf(people[who], second)).snapshot.units).toHaveLength(expected.length);
  });

  test('puts one’s own unit first: what a manager leads, where a member works', async () => {
    const ownOf = async (context: Context) => (await publishedResults(context)).latest?.own.map(({ id }) => id);
    expect(await ownOf(people.manager)).toEqual([care]);
    expect(await ownOf(people.member)).toEqual([north]);
    expect(await ownOf(people.lead)).toEqual([small]);
    expect(await ownOf(people.director)).toEqual([]);
  });

  test('has a finding for a heading, eleven areas with level and chance, and sentences with figures behind them', async () => {
    const page = await resultOf(people.manager, second, north);
    expect(page.heading).toMatch(/Team Noord/u);
    expect(page.areas.map(({ id }) => id)).toEqual(areaCodes);
    for (const { chance, level } of page.areas) {
      expect(level).toMatch(/soms|begonnen|gewoon|steeds beter/u);
      expect(chance).toMatch(/^\d+ van de 20 punten: /u);
    }
    expect(page.findings.length).toBeGreaterThan(1);
    for (const { sentence, figures: behind, ids } of page.findings) {
      expect(sentence).toMatch(/\.$/u);
      expect(behind.length).toBeGreaterThanOrEqual(ids.length);
    }
    expect(page.basis).toContain('24 van de 31 mensen');
    expect([page.strongestItems.length, page.weakestItems.length]).toEqual([3, 3]);
  });

  test('tells what changed, and what is no more than noise', async () => {
    const page = await resultOf(people.manager, second, care);
    const recognition = page.areas.find(({ id }) => id === 'recognition')?.change;
    expect(page.comparedWith).toBe('Voorjaar');
    expect(recognition).toMatchObject({ kind: 'compared', change: { kind: 'more-than-noise' } });
    expect(
      page.areas.filter(({ change }) => change?.kind === 'compared' && change.change.kind === 'within-noise').length,
    ).toBeGreaterThan(6);
    expect((await resultOf(people.manager, first, care)).comparedWith).toBeNull();
  });

  test('a unit with too few people has no figure behind any door, says with whom it is counted, and gets the figures above it by name', async () => {
    const page = await resultOf(people.lead, second, small);
    expect(page).toMatchObject({
      figuresFrom: { kind: 'above', unit: { id: care, name: 'Zorg' } },
      findings: [],
      dontKnow: [],
      strongestItems: [],
      weakestItems: [],
      basis: null,
      counted: expect.stringContaining('In this scan Consultatie is counted with Zorg.'),
    });
    expect(page.areas.map(({ cell }) => cell)).toEqual(
      (await resultOf(people.manager, second, care)).areas.map(({ cell }) => cell),
    );
    const strip = (await unitsSideBySide(people.lead, second, small)).units.find(({ id }) => id === small);
    expect(JSON.stringify(strip)).not.toMatch(figures);
    const { snapshot, idIn } = await snapshotOf(people.lead, second);
    expect(JSON.stringify(snapshot.units.find(({ id }) => id === idIn(small)))).not.toMatch(figures);
    for (const area of areaCodes) {
      const { area: shown, items, findings, figuresFrom } = await areaResultOf(people.lead, second, small, area);
      expect([shown.cell === null, items, findings]).toEqual([false, [], []]);
      expect(figuresFrom).toMatchObject({ kind: 'above', unit: { name: 'Zorg' } });
    }
    expect((await resultOf(people.manager, second, care)).certainty).toContain('Bij Zorg tellen ook mee: Consultatie.');
    const technology = await resultOf(people.director, second, careUnits.technology);
    expect(technology.certainty[0]).toMatch(
      /^Wie direct in Techniek werkt, telt in deze peiling mee bij Van der Veen Zorg/u,
    );
    const [workbook, csv] = [
      await resultTable(people.lead, second, { format: 'xlsx' }),
      await resultTable(people.lead, second, { format: 'csv', part: 'areas' }),
    ];
    const sheets = await readXlsxFile(Buffer.from(workbook.bytes));
    expect(sheets[2]?.data.map((row) => row.map((cell) => String(cell).split(' › ').at(-1)))).toEqual([
      ['Unit', 'Counted with', 'Who'],
      ['Consultatie', 'Zorg', 'everyone'],
    ]);
    const rows = [
      ...sheets.slice(0, 2).flatMap(({ data }) => data),
      ...(parse(Buffer.from(csv.bytes), { bom: true, delimiter: ',' }) as string[][]),
    ].filter(([unit]) => String(unit).endsWith('Consultatie'));
    expect(rows).toHaveLength(22);
    for (const row of rows) expect(row.slice(2).every((cell) => cell === null || cell === '')).toBe(true);
  });

  test('no page lets the figure of a hidden unit be subtracted: what is left is nobody or enough', async () => {
    const { snapshot } = await snapshotOf(people.coordinator, second);
    for (const [at] of areaCodes.entries()) {
      for (const unit of snapshot.units.filter(({ areas }) => areas[at]?.cell)) {
        const below = (id: string): number =>
          snapshot.units
            .filter(({ parentId }) => parentId === id)
            .reduce((sum, { id: child, areas }) => sum + (areas[at]?.cell?.n ?? below(child)), 0);
        const rest = (unit.areas[at]?.cell?.n ?? 0) - below(unit.id);
        expect(rest === 0 || rest >= 5).toBe(true);
      }
    }
  });

  test('feeds the plan with findings that trace back, and with the levels they stand on', async () => {
    const findings = await findingsForPlan(people.manager, careUnits.night);
    const { snapshot } = await snapshotOf(people.manager, second);
    for (const { id, unitId } of findings) {
      expect(unitId).toBe(careUnits.night);
      expect(snapshot.findings.some((finding) => finding.id === id)).toBe(true);
    }
    const level = await measuredLevels(people.manager, careUnits.night);
    expect(Object.keys(level)).toHaveLength(11);
    const proposals = proposeSteps({
      findings,
      unit: { size: 18, level },
      budget: { hours: 12, euros: 500 },
      doneBefore: [],
    });
    expect(proposals).toHaveLength(3);
    expect(await measuredLevels(people.lead, small)).toEqual({});
    expect((await findingsForPlan(people.lead, small)).map(({ kind }) => kind)).toEqual(['no-figure']);
    expect(await findingsForPlan(people.coordinator, '0c0ffee0-0000-4000-8000-0000000000ff')).toEqual([]);
    await expect(findingsForPlan(people.member, south)).rejects.toMatchObject({ status: 403 });
  });

  test('can be shared line by line, only as far as the reader sees it', async () => {
    const lines = await shareableResult(people.manager, second, north);
    expect(lines[0]).toContain('Uitslag van Team Noord, Najaar:');
    expect(lines.length).toBeGreaterThan(3);
    expect(await shareableResult(people.lead, second, small)).toHaveLength(1);
    await expect(shareableResult(people.member, second, south)).rejects.toMatchObject({ status: 403 });
  });

  test('goes along as PDF, workbook and CSV under a name that says what it is', async () => {
    const pdf = await resultDocument(people.manager, second, north);
    expect(Buffer.from(pdf.bytes.subarray(0, 5)).toString()).toBe('%PDF-');
    expect(pdf.fileName).toBe('Uitslag – Team Noord – Najaar.pdf');
    const csv = await resultTable(people.manager, second, { format: 'csv', part: 'items' });
    expect(csv.fileName).toBe('Uitslag – Najaar – vragen.csv');
    expect(Buffer.from(csv.bytes).toString()).not.toContain('Werkplaats');
  });

  test('an unknown peiling, unit or area is refused with a sentence', async () => {
    await expect(resultOf(people.coordinator, 'x')).rejects.toMatchObject({ status: 422 });
    await expect(resultOf(people.coordinator, north)).rejects.toMatchObject({ status: 404 });
    await expect(resultOf(people.coordinator, second, second)).rejects.toMatchObject({ status: 404 });
    await expect(areaResultOf(people.coordinator, second, north, 'love')).rejects.toMatchObject({ status: 404 });
  });
});
