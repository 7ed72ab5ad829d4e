import { deviance, stirlingError } from './saddle-point.ts';

const HALF_LOG_TWO_PI = 0.918938533204672741780329736406;
const MAXIMUM_TERMS = 1_000_000;

/**
 * x^a (1 − x)^b / B(a, b), by the saddle point of Loader (2000), so that it stays exact for a and b in the millions.
 * `y` is 1 − x, given apart so that neither loses digits.
 */
export function betaKernel(x: number, y: number, a: number, b: number): number {
  if (x <= 0 || y <= 0) return 0;
  const n = a + b;
  const logarithm =
    stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x) - deviance(b, n * y) - HALF_LOG_TWO_PI;
  return Math.exp(logarithm) * Math.sqrt((a * b) / n);
}

/** The continued fraction of DLMF 8.17.22, by the modified method of Lentz. */
function continuedFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  d = 1 / (Math.abs(d) < tiny ? tiny : d);
  let fraction = d;
  for (let m = 1; m < MAXIMUM_TERMS; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 + even * d;
    c = 1 + even / c;
    d = 1 / (Math.abs(d) < tiny ? tiny : d);
    if (Math.abs(c) < tiny) c = tiny;
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 + odd * d;
    c = 1 + odd / c;
    d = 1 / (Math.abs(d) < tiny ? tiny : d);
    if (Math.abs(c) < tiny) c = tiny;
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return fraction;
}

/**
 * Both tails of the beta distribution at x: `lower` = I_x(a, b) and `upper` = 1 − lower, each exact when it is the
 * small one. `y` is 1 − x, given apart so that neither loses digits.
 *
 * For a, b > 0 and 0 ≤ x ≤ 1; about 1e-13 relative for a and b up to some millions.
 * Source: DLMF 8.17; C. Loader, Fast and accurate computation of binomial probabilities (2000).
 */
export function betaTails(
  x: number,
  y: number,
  a: number,
  b: number,
): { readonly lower: number; readonly upper: number } {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (y <= 0) return { lower: 1, upper: 0 };
  const kernel = betaKernel(x, y, a, b);
  if (x < (a + 1) / (a + b + 2)) {
    const lower = (kernel * continuedFraction(x, a, b)) / a;
    return { lower, upper: 1 - lower };
  }
  const upper = (kernel * continuedFraction(y, b, a)) / b;
  return { lower: 1 - upper, upper };
}
