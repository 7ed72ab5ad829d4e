import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { betweenPosterior, climateMean, discoveryLimit, medianBetween, unitPosterior } from './index.ts';

interface PosteriorFixture {
  cases: Record<string, { m: number[]; n: number[]; within: number }>;
  shrunk: Record<string, { own: number; n: number; mean: number; variance: number }[]>;
  climate: Record<string, { mean: number; medianBetween: number; standardError: number; reach: number }>;
  discovery: { p: number[]; marked: boolean[] };
}

/** Made by tests/oracle/r/unit-posterior.R, with adaptive quadrature where ours takes a grid. */
const { values } = JSON.parse(
  readFileSync(new URL('../../../tests/oracle/fixtures/unit_posterior.json', import.meta.url), 'utf8'),
) as { values: PosteriorFixture };

describe.each(Object.entries(values.cases))('units: %s', (name, { m, n, within }) => {
  const posterior = betweenPosterior(
    m,
    n.map((size) => within / size),
  );

  test('each true mean has the mean and the standard deviation of R', () => {
    for (const { own, n: size, mean, variance } of values.shrunk[name] ?? []) {
      const place = unitPosterior(posterior.value ?? [], own, within / size);
      expect(Math.abs(place.mean - mean)).toBeLessThan(0.02);
      expect(Math.sqrt(place.variance) / Math.sqrt(variance)).toBeCloseTo(1, 2);
    }
  });

  test('the climate of the whole has the interval of R', () => {
    const sums = { n: Float64Array.from(n), means: Float64Array.from(m), withinSquares: new Float64Array(n.length) };
    const climate = climateMean(sums, within).value;
    const expected = values.climate[name];
    const reach = ((climate?.interval[1] ?? 0) - (climate?.interval[0] ?? 0)) / 2;
    expect(climate?.mean).toBeCloseTo(expected?.mean ?? 0, 9);
    // The median falls on a point of the grid; what it misses there the adjustment makes good.
    expect(reach / (expected?.reach ?? 0)).toBeGreaterThan(0.98);
    expect(reach / (expected?.reach ?? 0)).toBeLessThan(1.02);
  });
});

test('units of one size have the exact t interval over their means', () => {
  const means = [40, 48, 55, 57, 61, 69];
  const sums = {
    n: new Float64Array(6).fill(10),
    means: Float64Array.from(means),
    withinSquares: new Float64Array(6),
  };
  // R: t.test(c(40, 48, 55, 57, 61, 69)): 44.4012196 to 65.5987804.
  const interval = climateMean(sums, 100).value?.interval ?? [0, 0];
  expect(interval[0]).toBeCloseTo(44.4012196, 6);
  expect(interval[1]).toBeCloseTo(65.5987804, 6);
});

test('fewer than five units have no posterior, and say so', () => {
  expect(betweenPosterior([1, 2, 3, 4], [1, 1, 1, 1])).toEqual({ value: null, reason: 'tooFewUnits' });
  expect(betweenPosterior([], [])).toEqual({ value: null, reason: 'noUnits' });
  expect(() => betweenPosterior([1, 2, 3, 4, 5], [1, 1, 1, 1, 0])).toThrow(RangeError);
});

test('the variance between units never settles on nothing, though all means are the same', () => {
  const { value } = betweenPosterior([50, 50, 50, 50, 50, 50], [20, 20, 20, 20, 20, 20]);
  expect(medianBetween(value ?? [])).toBeGreaterThan(1);
  expect(unitPosterior(value ?? [], 50, 20).variance).toBeGreaterThan(1);
});

describe('the false discovery rate', () => {
  test('marks what p.adjust of R marks', () => {
    const { p, marked } = values.discovery;
    const limit = discoveryLimit(p, 0.05);
    expect(p.map((one) => one <= limit)).toEqual(marked);
  });

  test('without a mark the limit is what the smallest would have needed', () => {
    expect(discoveryLimit([0.2, 0.5, 0.9, 0.04], 0.05)).toBeCloseTo(0.0125, 12);
    expect(discoveryLimit([], 0.05)).toBe(0.05);
  });
});
