import { betaKernel, betaTails } from './incomplete-beta.ts';
import { monotoneRoot } from './monotone-root.ts';

function tails(
  f: number,
  numeratorDf: number,
  denominatorDf: number,
): { readonly lower: number; readonly upper: number } {
  const total = numeratorDf * f + denominatorDf;
  return betaTails((numeratorDf * f) / total, denominatorDf / total, numeratorDf / 2, denominatorDf / 2);
}

/** P(F > f): the p value of an F test. Precise in the far tail (down to the smallest double, below which it is 0). */
export function fUpperTail(f: number, numeratorDf: number, denominatorDf: number): number {
  return f <= 0 ? 1 : tails(f, numeratorDf, denominatorDf).upper;
}

/**
 * The f below which a share `probability` lies, as R's `qf`.
 * @throws RangeError unless 0 < probability < 1 and both degrees of freedom are above 0.
 */
export function fQuantile(probability: number, numeratorDf: number, denominatorDf: number): number {
  if (!(probability > 0 && probability < 1)) throw new RangeError('A probability lies between 0 and 1.');
  if (!(numeratorDf > 0 && denominatorDf > 0)) throw new RangeError('Degrees of freedom are above 0.');
  const logarithm = monotoneRoot((u) => {
    const f = Math.exp(u);
    const total = numeratorDf * f + denominatorDf;
    const slope = betaKernel((numeratorDf * f) / total, denominatorDf / total, numeratorDf / 2, denominatorDf / 2);
    const { lower, upper } = tails(f, numeratorDf, denominatorDf);
    return { value: probability < 0.5 ? lower - probability : 1 - probability - upper, slope };
  }, 0);
  return Math.exp(logarithm);
}
