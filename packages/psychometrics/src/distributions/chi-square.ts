import { deviance, stirlingError } from './saddle-point.ts';

const HALF_LOG_TWO_PI = 0.918938533204672741780329736406;
const MAXIMUM_TERMS = 1_000_000;

/** m^x e^(−m) / Γ(x + 1), by the saddle point of Loader (2000): exact also where x and m are in the millions. */
export function poissonKernel(x: number, m: number): number {
  if (m <= 0) return x === 0 ? 1 : 0;
  if (x === 0) return Math.exp(-m);
  return Math.exp(-stirlingError(x) - deviance(x, m) - HALF_LOG_TWO_PI) / Math.sqrt(x);
}

/** Both tails of the gamma distribution of shape `a` at y, each exact when it is the small one. DLMF 8.11, 8.9. */
export function gammaTails(a: number, y: number): { readonly lower: number; readonly upper: number } {
  if (y <= 0) return { lower: 0, upper: 1 };
  const kernel = poissonKernel(a, y);
  if (y < a + 1) {
    let term = 1;
    let sum = 1;
    for (let k = 1; k < MAXIMUM_TERMS && term > 1e-17 * sum; k += 1) {
      term *= y / (a + k);
      sum += term;
    }
    const lower = Math.min(1, kernel * sum);
    return { lower, upper: 1 - lower };
  }
  const tiny = 1e-300;
  let b = y + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let fraction = d;
  for (let k = 1; k < MAXIMUM_TERMS; k += 1) {
    const numerator = -k * (k - a);
    b += 2;
    d = numerator * d + b;
    d = 1 / (Math.abs(d) < tiny ? tiny : d);
    c = b + numerator / c;
    if (Math.abs(c) < tiny) c = tiny;
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  const upper = Math.min(1, kernel * a * fraction);
  return { lower: 1 - upper, upper };
}

/** P(χ² > x): the p value of a chi-square test. Precise in the far tail, as R's `pchisq(lower.tail = FALSE)`. */
export function chiSquareUpperTail(x: number, df: number): number {
  return gammaTails(df / 2, x / 2).upper;
}
