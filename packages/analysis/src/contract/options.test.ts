import type { AnalysisInstrument } from '@lerend/instrument';
import { optionColumn, seededRandom } from '@lerend/psychometrics';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyseFile } from './analyse-file.ts';
import type { AnalysisOptions } from './analyse-file.ts';
import type { ContractDocument } from './contract-document.ts';
import type { FileTable, LabelColumn } from './file-table.ts';
import { expectReasons } from './tests/expect-reasons.ts';

const title = { nl: 's', en: 's' };
type Answers = readonly (number | null)[];

const instrumentOf = (...ids: string[]): AnalysisInstrument => ({
  id: 'test',
  title,
  response: { min: 1, max: 5 },
  scales: ids.map((id) => ({ id, title, items: [{ id: `${id}1` }] })),
});

function labelsOf(values: readonly (string | null)[]): LabelColumn {
  const names = [...new Set(values.filter((value) => value !== null))];
  return { names, codes: Int32Array.from(values, (value) => (value === null ? -1 : names.indexOf(value))) };
}

function tableOf(
  items: Readonly<Record<string, Answers>>,
  labels: Readonly<Record<string, readonly (string | null)[]>> = {},
): FileTable {
  const rows = Object.values(items)[0]?.length ?? 0;
  return {
    rows,
    columns: new Map(Object.entries(items).map(([id, answers]) => [id, optionColumn(answers, 1, 5)])),
    groupColumns: [],
    paths: [],
    path: new Int32Array(rows).fill(-1),
    labels: new Map(Object.entries(labels).map(([name, values]) => [name, labelsOf(values)])),
  };
}

const document = (
  table: FileTable,
  instrument: AnalysisInstrument,
  options: Partial<AnalysisOptions>,
): ContractDocument =>
  analyseFile(table, instrument, { minimumGroup: 1, population: null, isBuiltIn: false, ...options });

describe('what goes together with an outcome', () => {
  const answers = { A1: [1, 2, 3, 4, 5, 1], B1: [2, 1, 4, 3, 5, 1], C1: [1, 3, 2, 5, 4, 2] };
  const table = {
    ...tableOf(answers),
    numbers: new Map([
      ['A1', Float64Array.of(1, 2, 3, 4, 5, 1)],
      ['age', Float64Array.of(30, 22, 41, 39, 60, Number.NaN)],
    ]),
  };
  const drivers = (outcome: string, also: readonly string[] = []) =>
    document(table, instrumentOf('A', 'B', 'C'), { drivers: { outcomes: [outcome], also, resamples: 0 } }).drivers?.[0];

  test('is every other scale, and every further column', () => {
    expect(drivers('A')?.predictors.map(({ id }) => id)).toEqual(['B', 'C']);
    expect(drivers('A', ['age'])).toMatchObject({ n: 5, r2: expect.any(Number) as number });
    expect(drivers('A', ['age'])?.predictors.map(({ id }) => id)).toEqual(['B', 'C', 'age']);
    expect(drivers('age')?.predictors.map(({ id }) => id)).toEqual(['A', 'B', 'C']);
  });

  test('is not the outcome itself, nor a scale that holds it', () => {
    for (const found of [drivers('A1'), drivers('age', ['age'])]) {
      expect(found).toMatchObject({ r2: null, undefined: { r2: 'outcomeInPredictors' } });
      expect(found?.predictors[0]).toMatchObject({ shapley: null, undefined: { shapley: 'outcomeInPredictors' } });
    }
  });

  test('is not a scale that shares an item with it', () => {
    const all = { id: 'all', title, items: [{ id: 'A1' }, { id: 'B1' }] };
    const plain = instrumentOf('A', 'B', 'C');
    const overlapping = { ...plain, scales: [...plain.scales, all] };
    const [whole, apart] =
      document(table, overlapping, { drivers: { outcomes: ['all', 'C'], also: [], resamples: 0 } }).drivers ?? [];
    expect(whole).toMatchObject({ r2: null, undefined: { r2: 'outcomeInPredictors' } });
    expect(apart).toMatchObject({ r2: null, undefined: { r2: 'collinearPredictors' } });
  });

  test('a scale that is named with --also counts once', () => {
    expect(drivers('A', ['B'])?.predictors.map(({ id }) => id)).toEqual(['B', 'C']);
  });
});

describe('change since a previous file', () => {
  const now = tableOf({ A1: [3, 4, 5, 2, 1] }, { who: ['p', 'q', 'r', 'x', null] });
  const before = tableOf({ A1: [2, 3, 3, 5] }, { who: ['r', 'p', 'q', 'y'] });

  test('pairs people by their id, wherever they stand, and counts who is missing on either side', () => {
    const found = document(now, instrumentOf('A'), { previous: { table: before, idColumn: 'who' } });
    expect(found.previous).toEqual({ respondents: 4, pairs: { both: 3, onlyNow: 1, onlyBefore: 1, withoutId: 1 } });
    // p 3 → 3, q 3 → 4, r 2 → 5.
    expect(found.change?.[0]?.paired).toMatchObject({ n: 3, meanDifference: 4 / 3, df: 2 });
    expect(found.change?.[0]?.unpaired).toMatchObject({ nNow: 5, nBefore: 4, difference: 3 - 3.25 });
    const { paired, minimalDetectableChange } = found.change?.[0] ?? {};
    expect(minimalDetectableChange).toBeCloseTo((1.96 * (paired?.sd ?? Number.NaN)) / Math.sqrt(3), 14);
  });

  test('without ids has no pairs, and says so', () => {
    const found = document(now, instrumentOf('A'), { previous: { table: before, idColumn: null } });
    expect(found.previous).toEqual({ respondents: 4 });
    expect(found.change?.[0]).toMatchObject({ paired: null, undefined: { paired: 'noId' } });
    expect(found.change?.[0]?.minimalDetectableChange).toBeGreaterThan(0);
  });

  test('when nobody is in both files falls back on everyone', () => {
    const others = tableOf({ A1: [1, 2] }, { who: ['k', 'l'] });
    const found = document(now, instrumentOf('A'), { previous: { table: others, idColumn: 'who' } });
    expect(found.previous?.pairs).toMatchObject({ both: 0, onlyNow: 4, onlyBefore: 2 });
    expect(found.change?.[0]).toMatchObject({ paired: null, undefined: { paired: 'tooFewPairs' } });
    expect(found.change?.[0]?.minimalDetectableChange).toBeGreaterThan(0);
  });

  test('of a scale that nobody answered before is undefined', () => {
    const found = document(now, instrumentOf('A'), {
      previous: { table: tableOf({ A1: [null, null] }), idColumn: null },
    });
    expect(found.change?.[0]?.unpaired).toMatchObject({
      nBefore: 0,
      difference: null,
      undefined: { difference: 'noAnswers' },
    });
    expect(found.change?.[0]?.minimalDetectableChange).toBeNull();
  });
});

describe('weighting to a population', () => {
  const kinds = ['a', 'a', 'a', 'b', 'b', null];
  const table = tableOf({ A1: [1, 2, 3, 5, 5, 4], B1: [1, 1, 2, null, null, 5] }, { kind: kinds });
  const margins = [
    {
      column: 'kind',
      totals: new Map([
        ['a', 30],
        ['b', 70],
      ]),
    },
  ];

  test('counts people with every margin, and leaves the others out', () => {
    const found = document(table, instrumentOf('A', 'B'), { margins }).weighting;
    expect(found).toMatchObject({ n: 5, withoutMargin: 1, minWeight: 10, maxWeight: 35 });
    expect(found?.margins[0]?.values).toEqual([
      { value: 'a', n: 3, population: 30 },
      { value: 'b', n: 2, population: 70 },
    ]);
    expect(found?.scales[0]).toMatchObject({ n: 5, unweightedMean: 3.2, undefined: { seClustered: 'noGroups' } });
    expect(found?.scales[0]?.weightedMean).toBeCloseTo(0.3 * 2 + 0.7 * 5, 14);
  });

  test('of a scale that a whole part of the population skipped is undefined', () => {
    const found = document(table, instrumentOf('A', 'B'), { margins }).weighting;
    expect(found?.scales[1]).toMatchObject({
      n: 3,
      weightedMean: null,
      se: null,
      undefined: { weightedMean: 'emptyMargin' },
    });
    expect(found?.scales[1]?.unweightedMean).toBeCloseTo(4 / 3, 14);
  });
});

describe('items that work differently between groups', () => {
  const group = Array.from({ length: 900 }, (_, row) => (row < 400 ? 'b' : row < 800 ? 'a' : 'c'));
  const random = seededRandom(1);
  const trait = group.map(() => 4 * random());
  const column = (shiftOfA = 0): Answers =>
    group.map((name, row) => {
      const latent = (trait[row] ?? 0) + 2 * (random() - 0.5) + (name === 'a' ? shiftOfA : 0);
      return 1 + Math.min(4, Math.max(0, Math.round(latent)));
    });
  const scale = { id: 'S', title, items: [{ id: 'Q0' }, { id: 'Q1' }, { id: 'Q2' }, { id: 'Q3' }] };
  const instrument: AnalysisInstrument = {
    id: 'test',
    title,
    response: { min: 1, max: 5 },
    scales: [scale, { id: 'T', title, items: [{ id: 'Q0' }, { id: 'Q1' }] }],
  };
  const items = { Q0: column(), Q1: column(), Q2: column(), Q3: column(1.5) };
  const dif = document(tableOf(items, { language: group }), instrument, { difColumn: 'language' }).dif;

  test('are flagged, beside the first group in order, and groups under two hundred are left out', () => {
    expect(dif?.test).toBe('likelihoodRatio');
    expect(dif?.scales[0]?.groups).toEqual([
      { name: 'a', n: 400, tested: true },
      { name: 'b', n: 400, tested: true },
      { name: 'c', n: 100, tested: false },
    ]);
    const item = dif?.scales[0]?.items[3];
    expect(item).toMatchObject({ id: 'Q3', size: 'large', flagged: true });
    expect(item?.logOdds?.[0]?.group).toBe('b');
    expect(item?.logOdds?.[0]?.value).toBeLessThan(-1);
  });

  test('can’t be found in a scale of two items, nor without two large groups', () => {
    expect(dif?.scales[1]?.items[0]).toMatchObject({ total: null, flagged: null, undefined: { total: 'tooFewItems' } });
    const small = document(tableOf(items, { language: group.map((name) => (name === 'a' ? 'a' : null)) }), instrument, {
      difColumn: 'language',
    });
    expect(small.dif?.scales[0]?.groups).toEqual([{ name: 'a', n: 400, tested: false }]);
    expect(small.dif?.scales[0]?.items[0]).toMatchObject({ undefined: { total: 'tooFewPerGroup' } });
  });
});

test('whatever the answers and options: no NaN, no infinity, and every null has its reason beside it', () => {
  const answer = fc.option(fc.integer({ min: 1, max: 5 }), { freq: 4 });
  const row = fc.record({
    A: answer,
    B: answer,
    C: answer,
    age: fc.option(fc.integer({ min: 0, max: 3 }), { freq: 5 }),
    kind: fc.option(fc.constantFrom('a', 'b'), { freq: 5 }),
    place: fc.constantFrom('x', 'y', 'z'),
    unit: fc.integer({ min: -1, max: 6 }),
  });
  const rowsOf = fc.array(row, { minLength: 1, maxLength: 25 });
  const tableFrom = (rows: readonly (typeof row extends fc.Arbitrary<infer Row> ? Row : never)[]): FileTable => ({
    ...tableOf(
      { A1: rows.map(({ A }) => A), B1: rows.map(({ B }) => B), C1: rows.map(({ C }) => C) },
      {
        kind: rows.map(({ kind }) => kind),
        place: rows.map(({ place }) => place),
        id: rows.map((_, at) => `${at * 2}`),
      },
    ),
    groupColumns: ['unit'],
    paths: Array.from({ length: 7 }, (_, unit) => [`u${unit}`]),
    path: Int32Array.from(rows, ({ unit }) => unit),
    numbers: new Map([['age', Float64Array.from(rows, ({ age }) => age ?? Number.NaN)]]),
  });
  const margins = [
    {
      column: 'kind',
      totals: new Map([
        ['a', 40],
        ['b', 60],
      ]),
    },
    {
      column: 'place',
      totals: new Map([
        ['x', 30],
        ['y', 30],
        ['z', 40],
      ]),
    },
  ];
  fc.assert(
    fc.property(rowsOf, rowsOf, fc.constantFrom(0, 20), fc.boolean(), (rows, earlier, resamples, hasId) => {
      const found = document(tableFrom(rows), instrumentOf('A', 'B', 'C'), {
        drivers: { outcomes: ['A', 'age'], also: [], resamples },
        margins,
        difColumn: 'kind',
        previous: { table: tableFrom(earlier), idColumn: hasId ? 'id' : null },
      });
      expectReasons(found, 'document');
    }),
    { numRuns: 200 },
  );
});
