import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyCodes, optionCount } from '../answer-column.ts';
import type { OptionColumn } from '../answer-column.ts';
import { completeRows, momentsOf, PEOPLE_FOR_PATTERNS, pairMoments } from '../pair-moments.ts';
import { correlationMatrix, correlationsOf } from '../correlation-matrix.ts';
import { personScores } from '../person-scores.ts';
import { scaleByUnit } from '../scale-by-unit.ts';
import { scoreColumn } from '../score-column.ts';
import { plainPair, plainScores, plainUnits } from '../tests/plain-definitions.ts';
import { isByteColumn } from './answer-patterns.ts';
import { jointCounts } from './joint-counts.ts';
import { scoreTally } from './score-tally.ts';

/** Codes without rhyme or reason, the same for the same seed (xorshift). */
function drawnColumn(people: number, options: number, missing: number, minimum: number, seed: number): OptionColumn {
  let state = seed | 1;
  const chance = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  const codes = emptyCodes(people, options);
  for (let row = 0; row < people; row += 1) codes[row] = chance() < missing ? 0 : 1 + Math.floor(chance() * options);
  return { kind: 'options', codes, minimum, maximum: minimum + options - 1 };
}

interface Drawn {
  readonly options: number;
  readonly missing: number;
  readonly seed: number;
}

const item = fc.record({
  options: fc.oneof(fc.constantFrom(1, 2, 4, 5, 7, 11, 127, 255), fc.integer({ min: 1, max: 255 })),
  missing: fc.constantFrom(0, 0.03, 0.5, 1),
  seed: fc.integer({ min: 1 }),
});
const fivePoints = item.map((drawn) => ({ ...drawn, options: 5 }));
const manyPeople = fc.integer({ min: PEOPLE_FOR_PATTERNS, max: PEOPLE_FOR_PATTERNS + 9 });
const minimums = fc.constantFrom(0, 1, -3);

const columnsOf = (items: readonly Drawn[], people: number, minimum: number): OptionColumn[] =>
  items.map(({ options, missing, seed }) => drawnColumn(people, options, missing, minimum, seed));

/** The sums of every pair are whole numbers, so they must be equal and not only near. */
function expectPlainMoments(columns: readonly OptionColumn[], rows: Uint8Array | null): void {
  const { size, counts, sums, squares, products } = pairMoments(columns, rows);
  columns.forEach((first, i) => {
    columns.forEach((second, j) => {
      const at = i * size + j;
      const found = { count: counts[at], sum: sums[at], square: squares[at], product: products[at] };
      expect(found).toEqual(plainPair(first, second, rows));
    });
  });
}

describe('counting patterns of several items at a time', () => {
  test('gives every pair the sums of its definition, whatever the options and however many left out', () => {
    const tables = fc.record({
      items: fc.array(item, { minLength: 1, maxLength: 5 }),
      people: manyPeople,
      minimum: minimums,
    });
    fc.assert(
      fc.property(tables, ({ items, people, minimum }) => expectPlainMoments(columnsOf(items, people, minimum), null)),
      { numRuns: 60 },
    );
  });

  test('the same for many items that share patterns, and for the people who answered all of them', () => {
    fc.assert(
      fc.property(fc.array(fivePoints, { minLength: 2, maxLength: 9 }), manyPeople, (items, people) => {
        const columns = columnsOf(items, people, 1);
        expectPlainMoments(columns, null);
        expectPlainMoments(columns, completeRows(columns));
      }),
      { numRuns: 40 },
    );
  });

  test('works for any number of people, from one', () => {
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 9 }), (items, people) => {
        const columns = columnsOf(items, people, 1).filter(isByteColumn);
        const seen = new Set<string>();
        jointCounts(columns, null, (i, j, { counts, height, width }) => {
          seen.add(`${i} ${j}`);
          expect([height, width]).toEqual([i, j].map((at) => optionCount(columns[at] as OptionColumn) + 1));
          const total = Array.from(counts).reduce((sum, count) => sum + count, 0);
          // The people who fill up the last word are counted as having answered nothing.
          expect(total).toBe(Math.ceil(people / 4) * 4);
        });
        expect(seen.size).toBe((columns.length * (columns.length + 1)) / 2);
      }),
    );
  });

  test('columns that lie askew in memory are read all the same', () => {
    const whole = drawnColumn(PEOPLE_FOR_PATTERNS + 8, 5, 0.1, 1, 7);
    const askew: OptionColumn = { ...whole, codes: whole.codes.subarray(1, PEOPLE_FOR_PATTERNS + 4) };
    expectPlainMoments([askew, drawnColumn(askew.codes.length, 5, 0.1, 1, 9)], null);
  });

  test('moments picked for some items are those of these items alone', () => {
    const columns = columnsOf(
      [1, 2, 3, 4, 5].map((seed) => ({ options: 5, missing: 0.1, seed })),
      PEOPLE_FOR_PATTERNS,
      1,
    );
    const [, second, , fourth] = columns as [OptionColumn, OptionColumn, OptionColumn, OptionColumn];
    expect(momentsOf(pairMoments(columns), [3, 1])).toEqual(pairMoments([fourth, second]));
  });
});

describe('scores and units from counts', () => {
  const scales = fc.record({
    items: fc.oneof(
      fc.array(fivePoints, { minLength: 1, maxLength: 9 }),
      fc.array(item, { minLength: 1, maxLength: 3 }),
    ),
    people: fc.integer({ min: 1, max: 60 }),
    minimum: minimums,
    units: fc.integer({ min: 1, max: 7 }),
  });

  test('a score is the mean of the answers given, from half of the items', () => {
    fc.assert(
      fc.property(scales, ({ items, people, minimum }) => {
        const columns = columnsOf(items, people, minimum);
        expect(Array.from(personScores(columns))).toEqual(plainScores(columns));
      }),
    );
  });

  test('numbers, means and spread of every unit are those of their definitions', () => {
    fc.assert(
      fc.property(scales, fc.integer({ min: 1 }), ({ items, people, minimum, units: count }, seed) => {
        const columns = columnsOf(items, people, minimum);
        const unit = Int32Array.from(drawnColumn(people, count, 0.1, 1, seed).codes, (code) => code - 1);
        const { sums, spread } = scaleByUnit(columns, personScores(columns), { unit, count });
        plainUnits(columns, { unit, count }).forEach((plain, at) => {
          expect(sums.n[at]).toBe(plain.n);
          expect(sums.means[at]).toBeCloseTo(plain.mean, 10);
          expect(sums.withinSquares[at]).toBeCloseTo(plain.withinSquares, 7);
          expect(spread.n[at]).toBe(plain.complete);
          expect(spread.meanVariance[at]).toBeCloseTo(plain.meanVariance, 8);
          expect(spread.averageDeviation[at]).toBeCloseTo(plain.averageDeviation, 10);
        });
      }),
    );
  });

  test('scores as a column of steps correlate as the scores themselves, and take few options', () => {
    const four = [1, 2, 3, 4].map((seed) => drawnColumn(80, 5, 0.2, 1, seed));
    const six = [5, 6, 7, 8, 9, 10].map((seed) => drawnColumn(80, 5, 0.2, 1, seed));
    const scales = [four, six, four.slice(0, 1)];
    const columns = scales.map((items) => scoreColumn(items, personScores(items)));
    // 1 to 5 in steps of 1/12, of 1/60 (three to six answers) and of 1.
    expect(columns.map((column) => [column.kind, column.maximum])).toEqual([
      ['options', 49],
      ['options', 241],
      ['options', 5],
    ]);
    const plain = correlationMatrix(scales.map(personScores));
    correlationsOf(pairMoments(columns)).forEach((row, i) =>
      row.forEach(({ value }, j) => expect(value).toBeCloseTo(plain[i]?.[j]?.value ?? Number.NaN, 12)),
    );
  });

  test('nobody differs within a unit: the spread is exactly 0', () => {
    const alike = [3, 3, 3].map((code) => ({ ...drawnColumn(9, 5, 0, 1, 1), codes: new Uint8Array(9).fill(code) }));
    const { sums, spread } = scaleByUnit(alike, personScores(alike), { unit: new Int32Array(9), count: 1 });
    expect([sums.withinSquares[0], spread.meanVariance[0], spread.averageDeviation[0]]).toEqual([0, 0, 0]);
  });

  test('items that begin at different numbers have no tally, and a mean all the same', () => {
    const columns = [drawnColumn(5, 5, 0, 1, 3), drawnColumn(5, 5, 0, 0, 4)];
    expect(scoreTally(columns)).toBeNull();
    expect(Array.from(personScores(columns))).toEqual(plainScores(columns));
  });
});
