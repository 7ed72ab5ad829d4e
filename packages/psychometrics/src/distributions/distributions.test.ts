import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fQuantile, fUpperTail } from './f-distribution.ts';
import { betaTails } from './incomplete-beta.ts';
import { normalProbability, normalQuantile } from './normal.ts';
import { studentTQuantile, studentTUpperTail } from './student-t.ts';

/** Relative, so that a wrong digit in a far tail is seen. */
function near(actual: number, expected: number, tolerance = 1e-12): void {
  expect(Math.abs(actual / expected - 1)).toBeLessThan(tolerance);
}

describe('the distributions equal their closed forms', () => {
  test('t with one degree of freedom is Cauchy, with two it is algebraic', () => {
    for (const t of [0.001, 0.5, 1, 3, 12.7, 1000]) {
      near(studentTUpperTail(t, 1), Math.atan2(1, t) / Math.PI);
      near(studentTUpperTail(t, 2), 1 / ((2 + t * t) * (1 + t / Math.sqrt(2 + t * t))), 1e-11);
    }
  });

  test('F with two degrees of freedom above is a power, far into the tail', () => {
    for (const f of [0.01, 1, 4.5, 30, 400]) {
      for (const df of [1, 7, 98, 5301]) near(fUpperTail(f, 2, df), (1 + (2 * f) / df) ** (-df / 2), 1e-10);
    }
  });

  test('the beta distribution with a whole first parameter is a sum of binomial chances', () => {
    const x = 0.3;
    near(betaTails(x, 1 - x, 1, 9).lower, 1 - 0.7 ** 9);
    near(betaTails(x, 1 - x, 2, 8).lower, 1 - 0.7 ** 9 - 9 * 0.3 * 0.7 ** 8);
  });

  test('the square of t is F with one degree of freedom above', () => {
    for (const df of [1, 4, 30.5, 98, 1_000_000]) {
      for (const t of [0.3, 1.96, 4]) near(2 * studentTUpperTail(t, df), fUpperTail(t * t, 1, df), 1e-11);
    }
  });
});

describe('the distributions equal printed tables', () => {
  test('the normal distribution at Abramowitz & Stegun’s table 26.1', () => {
    near(normalProbability(1), 0.841344746068543, 1e-14);
    near(normalProbability(2), 0.977249868051821, 1e-14);
    near(normalProbability(3), 0.99865010196837, 1e-14);
    near(normalProbability(-5), 2.866515719e-7, 1e-9);
    near(normalProbability(-10), 7.61985e-24, 1e-6);
  });

  test('quantiles to the digits of the tables', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963985, 9);
    expect(studentTQuantile(0.975, 10)).toBeCloseTo(2.228, 3);
    expect(studentTQuantile(0.975, 4)).toBeCloseTo(2.776, 3);
    expect(studentTQuantile(0.995, 1)).toBeCloseTo(63.657, 3);
    expect(fQuantile(0.95, 5, 10)).toBeCloseTo(3.33, 2);
    expect(fQuantile(0.99, 3, 20)).toBeCloseTo(4.94, 2);
  });
});

describe('quantiles undo probabilities', () => {
  const probability = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
  const df = fc.double({ min: 0.6, max: 2e6, noNaN: true });

  test('of the normal and the t distribution', () => {
    fc.assert(
      fc.property(probability, df, (p, n) => {
        expect(normalProbability(normalQuantile(p))).toBeCloseTo(p, 12);
        expect(1 - studentTUpperTail(studentTQuantile(p, n), n)).toBeCloseTo(p, 10);
      }),
      { numRuns: 100 },
    );
  });

  test('of the F distribution', () => {
    fc.assert(
      fc.property(probability, df, df, (p, above, below) => {
        expect(1 - fUpperTail(fQuantile(p, above, below), above, below)).toBeCloseTo(p, 9);
      }),
      { numRuns: 60 },
    );
  });

  test('outside 0–1 they refuse', () => {
    expect(() => normalQuantile(1)).toThrow(RangeError);
    expect(() => studentTQuantile(0, 5)).toThrow(RangeError);
    expect(() => fQuantile(0.5, 0, 5)).toThrow(RangeError);
  });
});
