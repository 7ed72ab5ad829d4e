import { describe, expect, test } from 'vitest';
import {
  betweenPosterior,
  climateMean,
  medianBetween,
  normalQuantile,
  rangedUnitPosterior,
  seededRandom,
  sumOfMeans,
  unitPosterior,
} from './index.ts';
import type { ValueRange } from './index.ts';

const to100 = (low: number): ValueRange => ({ low, high: 100 });

describe('units of which only a range is told', () => {
  const ranges = [null, null, null, null, null, to100(70), to100(75), to100(78.5)];
  const variances = [60, 60, 50, 43, 60, 60, 50, 43];
  const pointsWith = (means: readonly number[]) => betweenPosterior(means, variances, ranges).value ?? [];
  const points = pointsWith([55, 62, 58, 66, 49, 70, 75, 78.5]);

  /** By summing the density over 4,000 × 2,001 values of τ and μ in numpy, scipy 1.17.1; ours has 80 of τ and a normal μ. */
  const byGrid = [
    { range: to100(70), variance: 60, own: [81.65, 8.06], truth: [79.18, 10.26] },
    { range: to100(78.5), variance: 43, own: [86.8, 5.89], truth: [84.05, 8.61] },
  ] as const;

  test('the variance between units and the grand mean are those of a double sum over the density', () => {
    expect(medianBetween(points) / 307.6).toBeCloseTo(1, 1);
    expect(points.reduce((sum, { probability, grandMean }) => sum + probability * grandMean, 0)).toBeCloseTo(68.04, 1);
  });

  test.each(byGrid)(
    'its own mean and its true mean likewise: $range.low and over',
    ({ range, variance, own, truth }) => {
      const found = sumOfMeans(points, [{ weight: 1, mean: 0, variance, betweenShare: 1, range }]);
      const place = rangedUnitPosterior(points, range, variance);
      expect(Math.abs(found.mean - own[0])).toBeLessThan(0.1);
      expect(Math.sqrt(found.variance) / own[1]).toBeCloseTo(1, 1);
      expect(Math.abs(place.mean - truth[0])).toBeLessThan(0.1);
      expect(Math.sqrt(place.variance) / truth[1]).toBeCloseTo(1, 1);
    },
  );

  test('where they stand otherwise isn’t read', () => {
    expect(pointsWith([55, 62, 58, 66, 49, 0, 100, 12])).toEqual(points);
  });

  test('a range so narrow that it is a number gives what that number gives', () => {
    const means = [55, 62, 58, 66, 49, 70, 75, 78];
    const known = betweenPosterior(means, variances).value ?? [];
    const narrow = means.map((mean, at) => (at < 5 ? null : { low: mean - 1e-4, high: mean + 1e-4 }));
    const ranged = betweenPosterior(means, variances, narrow).value ?? [];
    const plain = unitPosterior(known, 75, 50);
    const place = rangedUnitPosterior(ranged, { low: 75 - 1e-4, high: 75 + 1e-4 }, 50);
    expect(place.mean).toBeCloseTo(plain.mean, 3);
    expect(place.variance).toBeCloseTo(plain.variance, 2);
  });

  test('also where all are, and where the range is the whole scale', () => {
    const all = Array.from({ length: 6 }, () => to100(70));
    const posterior = betweenPosterior([0, 0, 0, 0, 0, 0], [60, 60, 60, 60, 60, 60], all).value ?? [];
    const place = rangedUnitPosterior(posterior, to100(70), 60);
    expect(place.mean).toBeGreaterThan(75);
    expect(place.mean).toBeLessThan(95);
    // Hardly anything is known but the range, so that the doubt is about as wide as that.
    expect(Math.sqrt(place.variance)).toBeGreaterThan(5);
    expect(rangedUnitPosterior(points, to100(0), 60).mean).toBeGreaterThan(55);
    expect(rangedUnitPosterior(points, to100(0), 60).mean).toBeLessThan(75);
  });
});

test('a sum of means that are known is the plain sum, without doubt', () => {
  const summed = [30, 50].map((mean) => ({ weight: 0.5, mean, variance: 60, betweenShare: 1, range: null }));
  expect(sumOfMeans([], summed)).toEqual({
    mean: 40,
    variance: 0,
    parts: [
      { mean: 30, variance: 0 },
      { mean: 50, variance: 0 },
    ],
  });
});

test('with half of the units cut off at an end the climate still holds 95 times in 100, and else hardly ever', () => {
  // Three hundred units of six, τ 40, σ² 300; they lie around the end of their window, which is 75.
  const random = seededRandom(17);
  const normal = () => normalQuantile(Math.min(1 - 1e-12, Math.max(1e-12, random())));
  const n = new Float64Array(300).fill(6);
  const rounds = 200;
  let held = 0;
  let heldAtEnd = 0;
  let off = 0;
  for (let round = 0; round < rounds; round += 1) {
    const truth = 75;
    const answered = n.map((people) => truth + normal() * Math.sqrt(40 + 300 / people));
    const means = answered.map((mean) => Math.min(75, mean));
    const ranges = [...answered].map((mean) => (mean >= 75 ? to100(75) : null));
    const likely = climateMean({ n, means, ranges }, 300).value;
    const atEnd = climateMean({ n, means }, 300).value;
    off += ((likely?.mean ?? 0) - truth) / rounds;
    if (likely && likely.interval[0] <= truth && truth <= likely.interval[1]) held += 1;
    if (atEnd && atEnd.interval[0] <= truth && truth <= atEnd.interval[1]) heldAtEnd += 1;
  }
  // 95 % of 200 give or take 2.6 standard errors.
  expect(held / rounds).toBeGreaterThan(0.91);
  expect(held / rounds).toBeLessThan(0.99);
  expect(Math.abs(off)).toBeLessThan(0.2);
  expect(heldAtEnd / rounds).toBeLessThan(0.05);
});
