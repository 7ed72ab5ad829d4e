import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chiSquareUpperTail } from './chi-square.ts';
import { noncentralChiSquare, noncentralityAt } from './noncentral-chi-square.ts';

/** |actual / expected − 1|. */
function relative(actual: number, expected: number): number {
  return Math.abs(actual / expected - 1);
}

describe('the chi-square distribution', () => {
  // R 4.2.2: pchisq(x, df, lower.tail = FALSE).
  test.each([
    [85.3055217699727, 24, 8.502553164641437e-9],
    [3, 1, 0.08326451666355056],
    [1000, 900, 0.01099460894213585],
    [800, 900, 0.992545672519997],
    [40.0592867451896, 6, 4.434566180420706e-7],
    [100000, 99000, 0.01250308699630276],
  ])('P(χ² > %d) with %d degrees of freedom is R’s', (x, df, expected) => {
    expect(relative(chiSquareUpperTail(x, df), expected)).toBeLessThan(1e-12);
  });

  test('two degrees of freedom have a closed form', () => {
    for (const x of [1e-8, 0.3, 5, 90, 1200])
      expect(relative(chiSquareUpperTail(x, 2), Math.exp(-x / 2))).toBeLessThan(1e-12);
    expect(chiSquareUpperTail(0, 5)).toBe(1);
  });
});

describe('the noncentral chi-square distribution', () => {
  // R 4.2.2: pchisq(x, df, ncp).
  test.each([
    [10, 5, 3, 0.7172368464311434],
    [85.3, 24, 30, 0.9848396701491553],
    [5335.9, 41, 5200, 0.7455804395225927],
    [1, 5, 50, 7.81748332485643e-12],
    [0.01, 3, 2, 9.774389891763285e-5],
    [1200, 1000, 100, 0.9771145315005088],
  ])('P(χ² ≤ %d) with %d degrees of freedom and noncentrality %d is R’s', (x, df, noncentrality, expected) => {
    expect(relative(noncentralChiSquare(x, df, noncentrality).lower, expected)).toBeLessThan(1e-11);
  });

  test('without noncentrality it is the central one', () => {
    expect(noncentralChiSquare(7, 3, 0).lower).toBeCloseTo(1 - chiSquareUpperTail(7, 3), 14);
  });

  // R 4.2.2: uniroot(function(l) pchisq(x, df, l) - probability, c(0, 4 * x), tol = 1e-13).
  test.each([
    [85.3, 24, 0.95, 36.84228349962159],
    [85.3, 24, 0.05, 93.34695023877222],
    [5335.9, 41, 0.05, 5538.46093397223],
    [400000, 847, 0.05, 401236.1992912401],
  ])('the noncentrality of %d with %d degrees of freedom at %d is R’s', (x, df, probability, expected) => {
    expect(relative(noncentralityAt(x, df, probability), expected)).toBeLessThan(1e-11);
  });

  test('there is none where the central distribution already has less below', () => {
    expect(noncentralityAt(25, 24, 0.95)).toBe(0);
    expect(noncentralityAt(0, 24, 0.05)).toBe(0);
  });

  test('undoes the probability', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 20000, noNaN: true }), fc.integer({ min: 1, max: 1200 }), (x, df) => {
        for (const probability of [0.95, 0.05]) {
          const noncentrality = noncentralityAt(x, df, probability);
          if (noncentrality > 0) expect(noncentralChiSquare(x, df, noncentrality).lower).toBeCloseTo(probability, 10);
        }
      }),
      { numRuns: 60 },
    );
  });
});
