import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { instrumentVersion } from '@lerend/instrument';
import { adoptCutScoreFile, adoptVersion, currentVersion } from '#lib/features/cut-scores/server/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { testWorld } from '#lib/platform/testing/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';
import { areaResultOf, finishScan, measuredLevels, resultOf, resultTable } from './index.ts';
import { careOrganisation, careUnits } from './testing/care-organisation.ts';
import { answeredScan } from './testing/store-answered-scan.ts';

const strict = {
  format: 'lerend-cut-scores/1',
  instrumentVersion,
  version: 'strenger',
  rationale: { nl: 'Samen vastgesteld.', en: 'Set together.' },
  cuts: { begun: 85, usual: 90, improving: 95 },
  areaCuts: { trust: { begun: 5, usual: 10, improving: 15 } },
};
const { whole } = careUnits;

describe('a result after other cut scores were adopted', () => {
  let world: TestWorld;
  let coordinator: Context;
  let [first, second] = ['', ''];
  const levels = async (scanId: string) =>
    Object.fromEntries((await resultOf(coordinator, scanId)).areas.map(({ id, level }) => [id, level]));

  beforeAll(async () => {
    world = await testWorld();
    coordinator = await world.actor({ organisationId: await world.organisation(), roles: ['coordinator'] });
    const { database } = coordinator;
    const at = world.clock.now();
    const made = { form: 'full' as const, units: careOrganisation, seed: 5 };
    first = await answeredScan(coordinator, { ...made, title: 'Voorjaar' }, at);
    await finishScan(coordinator, { scanId: first });
    await adoptCutScoreFile(world.platform, coordinator, new TextEncoder().encode(JSON.stringify(strict)));
    const cutScoreVersionId = await currentVersion(database);
    second = await answeredScan(coordinator, { ...made, title: 'Najaar', previousScanId: first }, at);
    await database.tables.updateTable('scan').set({ cutScoreVersionId }).where('id', '=', second).execute();
    await adoptVersion(coordinator, { versionId: 'built-in' });
    world.clock.set(new Date('2026-10-21T08:00:00Z'));
    await finishScan(coordinator, { scanId: second });
  });
  afterAll(() => world.close());

  test('is read by the cuts with which its peiling opened, on every page and in every file', async () => {
    expect(new Set(Object.values(await levels(second)))).toEqual(new Set(['soms', 'steeds beter']));
    expect((await levels(second))['trust']).toBe('steeds beter');
    const area = await areaResultOf(coordinator, second, whole, 'support');
    expect(area.levels.filter(({ isHere }) => isHere).map(({ name }) => name)).toEqual(['soms']);
    expect(area.area).toMatchObject({ chance: '20 van de 20 punten: soms', cuts: strict.cuts });
    const csv = new TextDecoder().decode(
      (await resultTable(coordinator, second, { format: 'csv', part: 'areas' })).bytes,
    );
    const wholeRows = csv.split('\n').filter((row) => /^.?Van der Veen Zorg;/u.test(row));
    expect(wholeRows).toHaveLength(11);
    for (const row of wholeRows) expect(row).toContain(row.includes('Vertrouwen') ? ';steeds beter;' : ';soms;');
    expect(await measuredLevels(coordinator, whole)).toMatchObject({ trust: 'improving', support: 'sometimes' });
  });

  test('leaves the earlier one as it was', async () => {
    expect(new Set(Object.values(await levels(first)))).not.toContain('steeds beter');
    expect((await resultOf(coordinator, first)).otherLevelsBefore).toBeNull();
    expect((await resultOf(coordinator, first)).certainty.join(' ')).toContain('voorlopig');
  });

  test('says that the levels were drawn elsewhere before, and who drew them now', async () => {
    const page = await resultOf(coordinator, second);
    expect(page.otherLevelsBefore).toContain('versie 2026-1, nu versie strenger');
    expect(page.certainty.join(' ')).toContain('(versie strenger)');
    expect(page.certainty.join(' ')).not.toContain('voorlopig');
  });
});
