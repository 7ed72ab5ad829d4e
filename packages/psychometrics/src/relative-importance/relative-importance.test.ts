import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../seeded-random.ts';
import type { Random } from '../seeded-random.ts';
import { importanceIntervals } from './importance-intervals.ts';
import { relativeImportance } from './relative-importance.ts';

const noise = (rows: number, random: Random): Float64Array => Float64Array.from({ length: rows }, () => random() - 0.5);
const total = (shares: Float64Array): number => shares.reduce((sum, share) => sum + share, 0);

function correlated(rows: number, predictors: number, seed: number): { xs: Float64Array[]; y: Float64Array } {
  const random = seededRandom(seed);
  const common = noise(rows, random);
  const xs = Array.from({ length: predictors }, () => noise(rows, random).map((own, row) => own + (common[row] ?? 0)));
  const y = noise(rows, random).map((own, row) => own + (xs[0]?.[row] ?? 0) - 0.5 * (xs.at(-1)?.[row] ?? 0));
  return { xs, y };
}

describe('relative importance', () => {
  test('of one predictor is the squared correlation, in both divisions', () => {
    const x = Float64Array.of(1, 2, 3, 4);
    const y = Float64Array.of(1, 3, 2, 4);
    const found = relativeImportance([x], y).importance.value;
    expect(found?.rSquared).toBeCloseTo(0.64, 14);
    expect(found?.betas[0]).toBeCloseTo(0.8, 14);
    expect(found?.shapley.value?.[0]).toBeCloseTo(0.64, 14);
    expect(found?.johnson[0]).toBeCloseTo(0.64, 14);
  });

  test('both divisions sum to R², and neither depends on the order of the predictors', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 2, max: 8 }), (seed, predictors) => {
        const { xs, y } = correlated(40, predictors, seed);
        const found = relativeImportance(xs, y).importance.value;
        const turned = relativeImportance([...xs].reverse(), y).importance.value;
        const shapley = found?.shapley.value ?? new Float64Array();
        expect(total(shapley)).toBeCloseTo(found?.rSquared ?? Number.NaN, 12);
        expect(total(found?.johnson ?? new Float64Array())).toBeCloseTo(found?.rSquared ?? Number.NaN, 12);
        shapley.forEach((share, at) =>
          expect(turned?.shapley.value?.[predictors - 1 - at] ?? Number.NaN).toBeCloseTo(share, 12),
        );
      }),
      { numRuns: 50 },
    );
  });

  test('is the same whatever the units of the answers', () => {
    const { xs, y } = correlated(60, 3, 5);
    const plain = relativeImportance(xs, y).importance.value?.shapley.value;
    const scaled = relativeImportance(
      xs.map((values, at) => values.map((value) => 1e6 + value * 10 ** at)),
      y.map((value) => 3 - value / 1000),
    ).importance.value?.shapley.value;
    plain?.forEach((share, at) => expect(scaled?.[at] ?? Number.NaN).toBeCloseTo(share, 8));
  });

  test('twenty predictors are worked out exactly, over all million subsets', () => {
    const { xs, y } = correlated(200, 20, 9);
    const found = relativeImportance(xs, y).importance.value;
    expect(total(found?.shapley.value ?? new Float64Array())).toBeCloseTo(found?.rSquared ?? Number.NaN, 11);
  });

  const { xs, y } = correlated(30, 2, 3);
  const [first = y, second = y] = xs;
  const copy = first.map((value) => 2 * value + 1);
  const sum = first.map((value, row) => value + (second[row] ?? 0));
  test.each([
    ['no predictors', [], y, 'noPredictors'],
    ['a copy', [first, copy], y, 'collinearPredictors'],
    ['a sum', [first, second, sum], y, 'collinearPredictors'],
    ['a constant predictor', [first, y.map(() => 0.1)], y, 'noVariance'],
    ['a constant outcome', [first], y.map(() => 7), 'noVariance'],
    ['nobody complete', [first, y.map(() => Number.NaN)], y, 'noAnswers'],
    ['fewer rows than predictors', correlated(4, 5, 1).xs, correlated(4, 5, 1).y, 'tooFewAnswers'],
    ['rows enough for an exact fit only', correlated(6, 5, 1).xs, correlated(6, 5, 1).y, 'tooFewAnswers'],
  ])('with %s it is undefined, with the reason', (_name, predictors, outcome, reason) => {
    expect(relativeImportance(predictors, outcome).importance.reason).toBe(reason);
  });

  test('above twenty-four predictors only LMG is missing', () => {
    const many = correlated(60, 25, 2);
    const found = relativeImportance(many.xs, many.y).importance.value;
    expect(found?.shapley.reason).toBe('tooManyPredictors');
    expect(total(found?.johnson ?? new Float64Array())).toBeCloseTo(found?.rSquared ?? Number.NaN, 11);
  });
});

describe('intervals of the shares', () => {
  const { xs, y } = correlated(300, 3, 7);
  const units = { unit: Int32Array.from({ length: 300 }, (_, row) => row % 30), count: 30 };
  const draws = (resamples: number, division: 'shapley' | 'johnson' = 'shapley') => {
    return { division, resamples, random: seededRandom(1) };
  };

  test('are the same every time, and hold the shares', () => {
    const { shapley, johnson } = relativeImportance(xs, y).importance.value ?? {};
    const shares = { shapley: shapley?.value, johnson };
    for (const division of ['shapley', 'johnson'] as const) {
      const found = importanceIntervals(xs, y, null, draws(400, division)).value;
      expect(importanceIntervals(xs, y, null, draws(400, division)).value).toEqual(found);
      expect(found?.shares).toHaveLength(xs.length);
      found?.shares.forEach(([low, high], at) => {
        expect(shares[division]?.[at]).toBeGreaterThan(low);
        expect(shares[division]?.[at]).toBeLessThan(high);
      });
    }
  });

  test('are wider when people of one unit are alike and units are drawn', () => {
    const climate = noise(30, seededRandom(2)).map((value) => 2 * value);
    const alike = (values: Float64Array): Float64Array => values.map((value, row) => value + (climate[row % 30] ?? 0));
    const width = (byUnit: typeof units | null): number => {
      const [low, high] = importanceIntervals([alike(xs[0] ?? y)], alike(y), byUnit, draws(400)).value?.shares[0] ?? [
        0, 0,
      ];
      return high - low;
    };
    expect(width(units)).toBeGreaterThan(1.3 * width(null));
  });

  test('of many people are those of drawing each of them', () => {
    const many = correlated(8000, 1, 4);
    const r = Math.sqrt(relativeImportance(many.xs, many.y).importance.value?.rSquared ?? 0);
    // The large-sample standard error of r² for a normal pair is a guide only, so the bounds are wide.
    const expected = 2 * 1.96 * 2 * r * ((1 - r * r) / Math.sqrt(8000));
    const [low, high] = importanceIntervals(many.xs, many.y, null, draws(1000)).value?.shares[0] ?? [0, 0];
    expect((high - low) / expected).toBeGreaterThan(0.8);
    expect((high - low) / expected).toBeLessThan(1.25);
  });

  test('are undefined without resamples, with few units, and where resamples often have no outcome', () => {
    expect(importanceIntervals(xs, y, null, draws(0)).reason).toBe('notAsked');
    const four = { unit: units.unit.map((unit) => unit % 4), count: 4 };
    expect(importanceIntervals(xs, y, four, draws(100)).reason).toBe('tooFewUnits');
    const rare = Float64Array.from({ length: 300 }, (_, row) => (row === 0 ? 1 : 0));
    expect(importanceIntervals([rare], y, null, draws(100)).reason).toBe('resamplesFailed');
  });
});
