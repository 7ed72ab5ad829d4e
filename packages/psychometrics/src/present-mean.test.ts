import { expect, test } from 'vitest';
import { presentMeanVariance } from './index.ts';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const meanOf = (values: readonly number[]) => sum(values) / values.length;
const varianceOf = (values: readonly number[]) =>
  sum(values.map((value) => (value - meanOf(values)) ** 2)) / (values.length - 1);

/** Every choice of `count` people out of a unit. */
function samples(people: readonly number[], count: number): number[][] {
  if (count === 0) return [[]];
  return people.flatMap((one, at) => samples(people.slice(at + 1), count - 1).map((rest) => [one, ...rest]));
}

test('is the variance over all samples that could have been drawn, units as strata', () => {
  const small = [20, 45, 70];
  // Scaled to the variance of the small unit, as pooling assumes.
  const large = [10, 35, 60, 85];
  const within = varianceOf(small);
  const factor = Math.sqrt(within / varianceOf(large));
  const scaled = large.map((value) => meanOf(large) + factor * (value - meanOf(large)));
  const everyone = meanOf([...small, ...scaled]);
  const errors = samples(small, 2).flatMap((a) =>
    samples(scaled, 3).map((b) => (3 * meanOf(a) + 4 * meanOf(b)) / 7 - everyone),
  );
  const strata = [
    { weight: 3 / 7, answered: 2, heads: 3 },
    { weight: 4 / 7, answered: 3, heads: 4 },
  ];
  expect(presentMeanVariance(strata, { within, between: 50, error: 0 })).toBeCloseTo(
    meanOf(errors.map((error) => error ** 2)),
    9,
  );
});

test('where everyone answered only the error of measurement remains', () => {
  const strata = [{ weight: 1, answered: 8, heads: 8 }];
  expect(presentMeanVariance(strata, { within: 400, between: 30, error: 80 })).toBeCloseTo(80 / 8, 12);
});

test('seven of eight: a little of the eighth, and the error of measurement of seven', () => {
  const strata = [{ weight: 1, answered: 7, heads: 8 }];
  // (400 − 80) (1 − 7/8) / 7 + 80 / 7
  expect(presentMeanVariance(strata, { within: 400, between: 0, error: 80 })).toBeCloseTo(5.714_286 + 11.428_571, 5);
});

test('a unit of which nobody answered leaves doubt about what it would have said', () => {
  const strata = [
    { weight: 1, answered: 6, heads: 6 },
    { weight: 0, answered: 0, heads: 2 },
  ];
  // τ ((1 − 6/8)² + (2/8)²) and, of its two people, σ² (2/8)² / 2; of the six, who count for 1 instead of 6/8, σ² (1 − 6/8)² / 6.
  expect(presentMeanVariance(strata, { within: 240, between: 40, error: 0 })).toBeCloseTo(5 + 7.5 + 2.5, 9);
});

test('counts that can’t be are refused', () => {
  const variances = { within: 1, between: 1, error: 0 };
  expect(() => presentMeanVariance([{ weight: 1, answered: 3, heads: 2 }], variances)).toThrow(RangeError);
  expect(() => presentMeanVariance([{ weight: 1, answered: 0, heads: 2 }], variances)).toThrow(RangeError);
});
