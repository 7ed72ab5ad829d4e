import { gammaTails, poissonKernel } from './chi-square.ts';
import { monotoneRoot } from './monotone-root.ts';

/** Terms below this share of the largest add nothing. */
const NEGLIGIBLE = 1e-18;

/**
 * P(χ² ≤ x) with `df` degrees of freedom and noncentrality λ, as R's `pchisq(x, df, ncp)`; and its slope in λ.
 *
 * A mixture of central distributions by Poisson weights, summed outwards from the largest weight: some √λ terms,
 * about 1e-13 for λ up to some millions. Source: Johnson, Kotz & Balakrishnan (1995), ch. 29.
 */
export function noncentralChiSquare(
  x: number,
  df: number,
  noncentrality: number,
): { readonly lower: number; readonly slope: number } {
  if (x <= 0) return { lower: 0, slope: 0 };
  const half = noncentrality / 2;
  const y = x / 2;
  const from = Math.floor(half);
  const weightFrom = poissonKernel(from, half);
  let lower = 0;
  let slope = 0;
  // F(a + 1) = F(a) − kernel(a): the kernels follow one another by a factor, so only the first is computed.
  let weight = weightFrom;
  let tail = gammaTails(df / 2 + from, y).lower;
  let kernel = poissonKernel(df / 2 + from, y);
  for (let j = from; weight > NEGLIGIBLE * weightFrom; j += 1) {
    lower += weight * tail;
    slope -= weight * kernel;
    tail = Math.max(0, tail - kernel);
    kernel *= y / (df / 2 + j + 1);
    weight *= half / (j + 1);
  }
  weight = weightFrom;
  tail = gammaTails(df / 2 + from, y).lower;
  kernel = poissonKernel(df / 2 + from, y);
  for (let j = from; j > 0; j -= 1) {
    weight *= j / half;
    if (weight <= NEGLIGIBLE * weightFrom) break;
    kernel *= (df / 2 + j) / y;
    tail = Math.min(1, tail + kernel);
    lower += weight * tail;
    slope -= weight * kernel;
  }
  return { lower: Math.min(1, lower), slope: slope / 2 };
}

/**
 * The noncentrality at which a share `probability` lies below x; 0 where already less than that does without any.
 * An interval for the noncentrality that the data leave possible is what comes of it at 0.95 and 0.05.
 */
export function noncentralityAt(x: number, df: number, probability: number): number {
  if (gammaTails(df / 2, x / 2).lower <= probability) return 0;
  const root = monotoneRoot(
    (noncentrality) => {
      if (noncentrality < 0) return { value: -1, slope: 0 };
      const { lower, slope } = noncentralChiSquare(x, df, noncentrality);
      return { value: probability - lower, slope: -slope };
    },
    Math.max(1, x - df),
  );
  return Math.max(0, root);
}
