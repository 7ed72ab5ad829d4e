import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeSnapshot, snapshotForm } from '@lerend/analysis';
import type { Snapshot } from '@lerend/analysis';
import { bandClasses, publishedValue } from '@lerend/disclosure';
import { instrumentVersion, openQuestions } from '@lerend/instrument';
import { openAnswers } from '#lib/features/answering/server/index.ts';
import type { UnitResultPage } from '#lib/features/result/contract.ts';
import { areaResultOf, finishScan, resultOf, snapshotOf } from '#lib/features/result/server/index.ts';
import { answeredScan } from '#lib/features/result/server/testing/store-answered-scan.ts';
import { countedPeiling } from '#lib/features/words/server/testing/counted-peiling.ts';
import { answeringUnits } from '#lib/features/scan/server/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { testWorld } from '#lib/platform/testing/index.ts';
import type { TestWorld } from '#lib/platform/testing/index.ts';
import { made, unitIds } from './made-organisation.ts';

/*
 * The publication rules as they are promised, a row each: the rule in words, the situation, what must be hidden and what
 * may be shown. Read from the pages that people get, or from the snapshot that all pages are made of.
 */

const { form } = made;
const { itemIds } = snapshotForm(form);

/** Everyone answers `answer(person, column)`, in one organisation of one unit. */
function oneUnit(
  people: number,
  answer: (person: number, column: number) => number,
  quality?: { readonly speed: Record<string, number> },
): Snapshot {
  const width = itemIds.length;
  const items = Uint8Array.from({ length: people * width }, (_, at) => answer(Math.floor(at / width), at % width));
  const unit = { id: 'whole', sourceUnitId: 'whole', parentId: null, name: 'De Proef', invited: people };
  return makeSnapshot({
    ...{ scanId: 'scan', instrumentVersion, form, minimumGroupSize: 5 },
    ...{ units: [{ ...unit, headCount: people }], answers: [{ unitId: 'whole', n: people, items }] },
    ...(quality ? { quality } : {}),
  });
}
const varied = (person: number, column: number): number => 1 + ((person * 7 + column * 3 + (person >> 2)) % 5);

const fastOf = (snapshot: Snapshot) => {
  const { answerQuality } = snapshot.whole;
  if (answerQuality === null) return null;
  return publishedValue(answerQuality).classes.find(({ kind }) => kind === 'faster-than-reading')?.people ?? null;
};
/** What nobody may be shown of a unit: how far its people lie apart, in whatever figure. */
const ofSpread = /"(sd|deviation|standardDeviation|variance|rwg\w*|icc\w*|agreement)":/iu;

let world: TestWorld;
let context: Context;
let [first, second, other] = ['', '', ''];

const page = (unitId: string, scanId = first): Promise<UnitResultPage> => resultOf(context, scanId, unitId);
const hasOwn = async (unitId: string, scanId = first) => (await page(unitId, scanId)).figuresFrom.kind === 'own';
const trust = (unitId: string, scanId = first) => areaResultOf(context, scanId, unitId, 'trust');
const comments = async (respondents: number, writers: number) => {
  const [questionId = ''] = openQuestions.map(({ id }) => id);
  const words = Array.from({ length: writers }, (_, at) => [questionId, `woorden ${at}`] as const);
  const { scanId } = await countedPeiling(context.database, { form, respondents, words }, world.clock.now());
  return (await openAnswers(context.database, scanId)).find((one) => one.questionId === questionId)?.answers ?? null;
};

interface Rule {
  readonly rule: string;
  readonly situation: string;
  readonly hidden: () => Promise<void>;
  readonly shown: () => Promise<void>;
}

const rules: readonly Rule[] = [
  {
    rule: 'an area score from five people',
    situation: 'two units of nine invited, of whom four and five answered',
    hidden: async () => {
      expect(await hasOwn(unitIds.four)).toBe(false);
      expect((await trust(unitIds.four)).figuresFrom).toMatchObject({ kind: 'above' });
    },
    shown: async () => expect(await hasOwn(unitIds.five)).toBe(true),
  },
  {
    rule: 'a unit under eight invited is counted with the unit above it',
    situation: 'a unit of seven invited, of whom six answered',
    hidden: async () => expect(await hasOwn(unitIds.seven)).toBe(false),
    shown: async () => expect((await page(unitIds.seven)).counted).toContain('De Linde'),
  },
  {
    rule: 'a score is in whole points, its band in coarse classes, without a standard deviation',
    situation: 'every unit of the organisation',
    hidden: async () => expect(JSON.stringify((await snapshotOf(context, first)).snapshot.units)).not.toMatch(ofSpread),
    shown: async () => {
      const { units } = (await snapshotOf(context, first)).snapshot;
      const cells = units.flatMap(({ areas }) => areas.flatMap(({ cell }) => (cell ? [publishedValue(cell)] : [])));
      expect(cells.length).toBeGreaterThan(11);
      for (const { score, band, now } of cells) {
        expect([score, now.centre].every((points) => Number.isInteger(points))).toBe(true);
        expect(bandClasses).toContain(band);
      }
    },
  },
  {
    rule: 'items from ten people, in three classes',
    situation: 'units of which nine and ten answered',
    hidden: async () => {
      expect(await hasOwn(unitIds.nine)).toBe(true);
      expect((await trust(unitIds.nine)).items.filter(({ cell }) => cell !== null)).toEqual([]);
      expect((await page(unitIds.nine)).strongestItems).toEqual([]);
    },
    shown: async () => {
      const cells = (await trust(unitIds.many)).items.flatMap(({ cell }) => (cell ? [publishedValue(cell)] : []));
      expect(cells.length).toBeGreaterThan(0);
      for (const { favourable, middle, unfavourable } of cells) expect(favourable + middle + unfavourable).toBe(100);
    },
  },
  {
    rule: 'words from ten respondents and five writers',
    situation: 'nine respondents who all wrote; forty of whom four wrote; ten of whom five wrote',
    hidden: async () => expect([await comments(9, 9), await comments(40, 4)]).toEqual([null, null]),
    shown: async () => expect(await comments(10, 5)).toHaveLength(5),
  },
  {
    rule: 'a class of people one-way, for the whole only, with ten in it and ten outside',
    situation: 'thirty people, of whom nine, ten, twenty and twenty-one were faster than reading',
    hidden: async () => {
      const fast = (people: number) =>
        fastOf(oneUnit(30, varied, { speed: { 'very-fast': people, usual: 30 - people } }));
      expect([9, 21].map(fast)).toEqual([null, null]);
      expect(JSON.stringify((await snapshotOf(context, first)).snapshot.units)).not.toMatch(/speed|language|profile/iu);
    },
    shown: async () => {
      const fast = (people: number) =>
        fastOf(oneUnit(30, varied, { speed: { 'very-fast': people, usual: 30 - people } }));
      expect([10, 20].map(fast)).toEqual([10, 20]);
    },
  },
  {
    rule: 'reliability, correlations and drivers from two hundred people',
    situation: 'organisations of 199 and 200 answers',
    hidden: async () => {
      const { whole } = oneUnit(199, varied);
      expect([whole.reliability, whole.correlations, whole.distinctness, whole.drivers]).toEqual(Array(4).fill(null));
    },
    shown: async () => {
      const { whole } = oneUnit(200, varied);
      expect([whole.reliability, whole.correlations].every((figure) => figure !== null)).toBe(true);
    },
  },
  {
    rule: 'a change only if the invited lists differ by nobody or by five people or more',
    situation: 'of a half year later: a unit with two more invited, one with six more, one with the same people',
    hidden: async () =>
      expect((await trust(unitIds.many, second)).area.change).toMatchObject({ kind: 'not-comparable' }),
    shown: async () => {
      expect((await trust(unitIds.nine, second)).area.change).toMatchObject({ kind: 'compared' });
      expect((await trust(unitIds.ten, second)).area.change).toMatchObject({ kind: 'compared' });
    },
  },
  {
    rule: 'managers answer in the unit above',
    situation: 'who leads a team, and a colleague in it',
    hidden: async () => expect(answering.get('lead')).not.toBe('team'),
    shown: async () => expect([answering.get('lead'), answering.get('colleague')]).toEqual(['whole', 'team']),
  },
  {
    rule: 'what is hidden depends on numbers of people, never on answers',
    situation: 'the same people leave the same items out, and answer the others otherwise',
    hidden: async () => expect(await cellsShown(other)).toEqual(await cellsShown(first)),
    shown: async () => {
      const scores = async (scanId: string) => JSON.stringify((await trust(unitIds.many, scanId)).area.cell);
      expect(await scores(other)).not.toBe(await scores(first));
    },
  },
  {
    rule: 'nothing is shown by which others can be worked out',
    situation: 'a unit of twelve answers, two of which aren’t from the team below it',
    hidden: async () => expect(await hasOwn(unitIds.inside)).toBe(false),
    shown: async () => expect(await hasOwn(unitIds.around)).toBe(true),
  },
  {
    rule: 'one neutral sentence where there is no figure',
    situation: 'hidden for too few people, and to protect others',
    hidden: async () => {
      const said = async (unitId: string) => {
        const { unit, heading, certainty, findings, strongestItems, weakestItems } = await page(unitId);
        expect([findings, strongestItems, weakestItems]).toEqual([[], [], []]);
        return [heading, ...certainty].map((sentence) => sentence.replaceAll(unit.name, 'X'));
      };
      expect((await said(unitIds.four))[0]).toBe((await said(unitIds.inside))[0]);
    },
    shown: async () => expect((await page(unitIds.four)).heading).toMatch(/geen cijfer/u),
  },
  {
    rule: 'divided is a word from ten people, and no figure of agreement stands beside it',
    situation: 'half say always, half never: nine people, and ten',
    hidden: async () => {
      const halves = oneUnit(9, (person) => (person % 2 === 0 ? 1 : 5));
      expect(halves.units[0]?.areas.map(({ divided }) => divided)).toEqual(Array(11).fill(null));
    },
    shown: async () => {
      const halves = oneUnit(10, (person) => (person % 2 === 0 ? 1 : 5));
      const said = halves.units[0]?.areas.map(({ divided }) => divided && publishedValue(divided)) ?? [];
      expect(said.some((one) => one !== null && JSON.stringify(one) !== '"no"')).toBe(true);
      expect(JSON.stringify(said)).not.toMatch(/\d/u);
    },
  },
];

const answering = answeringUnits(
  [
    { id: 'whole', parentId: null },
    { id: 'team', parentId: 'whole' },
  ],
  [
    { id: 'lead', unitId: 'team', isLead: true },
    { id: 'colleague', unitId: 'team', isLead: false },
  ],
);

/** Per unit and area whether there is a figure, and of how many items. */
async function cellsShown(scanId: string) {
  const { snapshot } = await snapshotOf(context, scanId);
  return snapshot.units.map(({ sourceUnitId, areas }) => [
    sourceUnitId,
    areas.map(({ cell, items }) => [cell !== null, items.filter((item) => item.cell !== null).length]),
  ]);
}

beforeAll(async () => {
  world = await testWorld();
  context = await world.actor({ organisationId: await world.organisation('De Linde'), roles: ['coordinator'] });
  const at = world.clock.now();
  first = await answeredScan(context, { ...made, title: 'Voorjaar' }, at);
  other = await answeredScan(context, { ...made, title: 'Anders', lift: { trust: -1.2 } }, at);
  const later = made.units.map((unit) => ({ ...unit, invited: unit.invited + (made.joined[unit.id] ?? 0) }));
  second = await answeredScan(context, { ...made, title: 'Najaar', units: later, previousScanId: first }, at);
  for (const scanId of [first, other, second]) await finishScan(context, { scanId });
});
afterAll(() => world.close());

describe.each(rules)('$rule ($situation)', ({ hidden, shown }) => {
  test('hides what it must', hidden);
  test('shows what it may', shown);
});
