import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  betweenPosterior,
  climateMean,
  discoveryLimit,
  medianBetween,
  normalQuantile,
  seededRandom,
  unitPosterior,
} from './index.ts';

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

test('units that are seen together only don’t make the climate less sure than they are', () => {
  // Forty units by themselves, and two hundred more together: ten people in each, τ 36, σ² 400, μ 50.
  const random = seededRandom(11);
  const normal = () => normalQuantile(Math.min(1 - 1e-12, Math.max(1e-12, random())));
  const n = Float64Array.from({ length: 41 }, (_, part) => (part < 40 ? 10 : 2000));
  const betweenShare = Float64Array.from({ length: 41 }, (_, part) => (part < 40 ? 1 : 1 / 200));
  const held = { known: 0, unknown: 0 };
  for (let round = 0; round < 400; round += 1) {
    const means = n.map((size, part) => 50 + normal() * Math.sqrt(36 * (betweenShare[part] ?? 1) + 400 / size));
    const holds = (sums: Parameters<typeof climateMean>[0]) => {
      const [low, high] = climateMean(sums, 400).value?.interval ?? [0, 0];
      return low <= 50 && high >= 50;
    };
    if (holds({ n, means, betweenShare })) held.known += 1;
    if (holds({ n, means })) held.unknown += 1;
  }
  // 95 % of 400 give or take 2.5 standard errors; as if they were one unit, the interval holds nearly always.
  expect(held.known / 400).toBeGreaterThan(0.92);
  expect(held.known / 400).toBeLessThan(0.98);
  expect(held.unknown / 400).toBeGreaterThan(0.99);
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
