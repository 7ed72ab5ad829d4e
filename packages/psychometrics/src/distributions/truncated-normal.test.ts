import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { truncatedNormal } from './truncated-normal.ts';

/** Made with scipy 1.17.1: `truncnorm((low - mean)/sd, (high - mean)/sd, loc=mean, scale=sd)`, `norm.logsf`. */
const byScipy = [
  { of: [60, 100, 70, 100], log: -1.8412212879622922, mean: 75.24596092162264, variance: 19.76717572110128 },
  { of: [90, 100, 70, 100], log: -0.2001662943244626, mean: 87.70362820908672, variance: 51.9762539211534 },
  { of: [60, 100, 0, 30], log: -6.607726952371494, mean: 27.169034465767012, variance: 7.055317817828676 },
  { of: [20, 1, 70, 100], log: -1254.8313611394199, mean: 70.01998403190217, variance: 0.00039904336013207864 },
  { of: [50, 400, 0, 100], log: -0.012497095063904883, mean: 50, variance: 364.50254437415674 },
] as const;

describe('a normal value of which only a range is known', () => {
  test.each(byScipy)('$of: chance, mean and variance of scipy, fifty sd into the tail as well', (expected) => {
    const [mean, variance, low, high] = expected.of;
    const found = truncatedNormal(mean, variance, { low, high });
    expect(found.logProbability).toBeCloseTo(expected.log, 9);
    expect(found.mean).toBeCloseTo(expected.mean, 9);
    expect(found.variance / expected.variance).toBeCloseTo(1, 5);
  });

  test('half of it has mean √(2/π) and variance 1 − 2/π', () => {
    const half = truncatedNormal(0, 1, { low: 0, high: 1000 });
    expect(half.mean).toBeCloseTo(Math.sqrt(2 / Math.PI), 12);
    expect(half.variance).toBeCloseTo(1 - 2 / Math.PI, 12);
    expect(half.logProbability).toBeCloseTo(Math.log(0.5), 12);
  });

  test('the parts of a range add up to the whole of it, also where it is so narrow that other formulas are taken', () => {
    const some = fc.record({
      mean: fc.double({ min: -20, max: 120, noNaN: true }),
      sd: fc.double({ min: 0.5, max: 30, noNaN: true }),
      low: fc.double({ min: 0, max: 90, noNaN: true }),
      width: fc.double({ min: 0.0005, max: 10, noNaN: true }),
      cut: fc.double({ min: 0.1, max: 0.9, noNaN: true }),
    });
    fc.assert(
      fc.property(some, ({ mean, sd, low, width, cut }) => {
        const at = low + cut * width;
        const all = truncatedNormal(mean, sd ** 2, { low, high: low + width });
        const parts = [
          truncatedNormal(mean, sd ** 2, { low, high: at }),
          truncatedNormal(mean, sd ** 2, { low: at, high: low + width }),
        ].map((part) => ({ ...part, share: Math.exp(part.logProbability - all.logProbability) }));
        const sum = (value: (part: (typeof parts)[number]) => number) =>
          parts.reduce((total, part) => total + part.share * value(part), 0);
        expect(sum(() => 1)).toBeCloseTo(1, 5);
        expect(Math.abs(sum((part) => part.mean) - all.mean)).toBeLessThan(1e-5 * width);
        const spread = sum((part) => part.variance + (part.mean - all.mean) ** 2);
        expect(spread / all.variance).toBeCloseTo(1, 2);
      }),
      {
        numRuns: 2000,
        examples: [[{ mean: 111.79536679939739, sd: 1.497476714431334, low: 0, width: 0.0005, cut: 0.1 }]],
      },
    );
  });

  test('no range, no variance: an error, not a number', () => {
    expect(() => truncatedNormal(50, 0, { low: 70, high: 100 })).toThrow(RangeError);
    expect(() => truncatedNormal(50, 1, { low: 70, high: 70 })).toThrow(RangeError);
    expect(() => truncatedNormal(50, 1, { low: 70, high: Infinity })).toThrow(RangeError);
  });
});
