import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unitSums } from '../unit-index.ts';
import { clusterSampleMean } from './cluster-sample-mean.ts';
import { kishDesignEffect, rakedSample } from './raking.ts';
import { weightedMean } from './weighted-mean.ts';

const margin = (values: readonly number[], ...totals: number[]) => ({
  values: Int32Array.from(values),
  totals: Float64Array.from(totals),
});

describe('raking', () => {
  test('on one margin is population over sample', () => {
    const found = rakedSample([margin([0, 0, 0, 1], 30, 70)], 4).value;
    expect(Array.from(found?.weights ?? [])).toEqual([10, 10, 10, 70]);
    // n Σw² / (Σw)² = 4 · 5200 / 100².
    expect(kishDesignEffect(found?.weights ?? new Float64Array())).toBeCloseTo(2.08, 14);
  });

  test('reproduces every margin, whatever the answers, and keeps the ratio of ratios of a sample', () => {
    const cell = fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 1 }));
    const all = [0, 1, 2].flatMap((a) => [0, 1].map((b): [number, number] => [a, b]));
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 60 }), (extra) => {
        const rows = [...all, ...extra];
        const found = rakedSample(
          [
            margin(
              rows.map(([a]) => a),
              200,
              500,
              300,
            ),
            margin(
              rows.map(([, b]) => b),
              640,
              360,
            ),
          ],
          rows.length,
        ).value;
        const weights = found?.weights ?? new Float64Array();
        const sum = (keep: (row: readonly [number, number]) => boolean): number =>
          rows.reduce((total, row, at) => total + (keep(row) ? (weights[at] ?? 0) : 0), 0);
        expect(sum(([a]) => a === 1)).toBeCloseTo(500, 8);
        expect(sum(([, b]) => b === 1)).toBeCloseTo(360, 8);
        const weight = (a: number, b: number): number =>
          weights[rows.findIndex((row) => row[0] === a && row[1] === b)] ?? 0;
        expect((weight(0, 0) * weight(1, 1)) / (weight(0, 1) * weight(1, 0))).toBeCloseTo(1, 8);
      }),
      { numRuns: 50 },
    );
  });

  test('is undefined without rows, for a value that nobody has, and where no weights can do it', () => {
    expect(rakedSample([margin([], 1)], 0).reason).toBe('noAnswers');
    expect(rakedSample([margin([0, 0], 1, 1)], 2).reason).toBe('emptyMargin');
    // Everybody with 0 on the first has 0 on the second, and the other way round: the margins must then be equal.
    expect(rakedSample([margin([0, 1], 30, 70), margin([0, 1], 40, 60)], 2).reason).toBe('notConverged');
  });
});

describe('a weighted mean', () => {
  test('of one margin is the stratified mean, with chance within the values only', () => {
    const sample = rakedSample([margin([0, 0, 1, 1], 75, 25)], 4).value;
    if (sample === null) throw new Error('Raked.');
    const found = weightedMean(Float64Array.of(1, 3, 5, 5), sample);
    expect(found.mean).toBe(2.75);
    // Contributions ±0.375 of the first value, 0 of the second: 4/3 · 2 · 0.375².
    expect(found.standardError.value).toBeCloseTo(Math.sqrt((4 / 3) * 2 * 0.375 ** 2), 14);
  });

  test('of answers that the margins explain wholly has no chance left', () => {
    const rows = [0, 1, 2, 3, 4, 5];
    const sample = rakedSample(
      [
        margin(
          rows.map((row) => row % 3),
          3,
          4,
          5,
        ),
        margin(
          rows.map((row) => row % 2),
          6,
          6,
        ),
      ],
      6,
    ).value;
    if (sample === null) throw new Error('Raked.');
    const found = weightedMean(
      Float64Array.from(rows, (row) => (row % 3) + 10 * (row % 2)),
      sample,
    );
    expect(found.standardError.value).toBeCloseTo(0, 12);
  });

  test('with few units has a mean, but no standard error', () => {
    const sample = rakedSample([margin([0, 0, 0, 0], 8)], 4).value;
    if (sample === null) throw new Error('Raked.');
    const units = { unit: Int32Array.of(0, 0, 1, 1), count: 2 };
    const found = weightedMean(Float64Array.of(1, 2, 3, 4), sample, units);
    expect(found.mean).toBe(2.5);
    expect(found.standardError.reason).toBe('tooFewUnits');
  });
});

describe('a sample of units', () => {
  const units = { unit: Int32Array.of(0, 0, 1, 1, 2, 2, 3, 3, 4, 4), count: 5 };
  const sums = unitSums(Float64Array.of(1, 3, 2, 4, 3, 5, 4, 6, 5, 7), units);

  test('of all units, with everyone in them, has no chance', () => {
    expect(clusterSampleMean(sums, 5, null).value).toMatchObject({ mean: 4, standardError: 0, interval: [4, 4] });
  });

  test('knows less the more units and people there are that took no part', () => {
    const se = (count: number, heads: number | null): number =>
      clusterSampleMean(sums, count, heads === null ? null : new Float64Array(5).fill(heads)).value?.standardError ??
      Number.NaN;
    expect(se(10, null)).toBeGreaterThan(0);
    expect(se(100, null)).toBeGreaterThan(se(10, null));
    expect(se(10, 6)).toBeGreaterThan(se(10, null));
  });

  test('needs five units, two answers where not everyone answered, and heads for every answer', () => {
    const four = unitSums(Float64Array.of(1, 2, 3, 4), { unit: Int32Array.of(0, 1, 2, 3), count: 4 });
    expect(clusterSampleMean(four, 9, null).reason).toBe('tooFewUnits');
    const ones = unitSums(Float64Array.of(1, 2, 3, 4, 5), { unit: Int32Array.of(0, 1, 2, 3, 4), count: 5 });
    expect(clusterSampleMean(ones, 9, new Float64Array(5).fill(2)).reason).toBe('unitOfOne');
    expect(() => clusterSampleMean(sums, 4, null)).toThrow(RangeError);
    expect(() => clusterSampleMean(sums, 9, new Float64Array(5).fill(1))).toThrow(RangeError);
  });
});
