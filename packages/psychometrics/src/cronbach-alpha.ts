import type { SquareMatrix } from './covariance-matrix.ts';
import { fQuantile } from './distributions/f-distribution.ts';
import { defined, notDefined } from './figure.ts';
import type { Figure, Interval } from './figure.ts';

interface Sums {
  readonly diagonal: number;
  readonly all: number;
}

/** Sums over the matrix, leaving out item `without`. */
function matrixSums({ size, values }: SquareMatrix, without = -1): Sums {
  let diagonal = 0;
  let all = 0;
  for (let i = 0; i < size; i += 1) {
    if (i === without) continue;
    diagonal += values[i * size + i] as number;
    for (let j = 0; j < size; j += 1) if (j !== without) all += values[i * size + j] as number;
  }
  return { diagonal, all };
}

function alphaOf(items: number, { diagonal, all }: Sums): Figure {
  if (items < 2) return notDefined('singleItem');
  if (!(all > 0)) return notDefined('noVariance');
  return defined((items / (items - 1)) * (1 - diagonal / all));
}

/**
 * Cronbach's alpha: k / (k − 1) · (1 − trace C / sum C), from the covariances of a scale's items.
 *
 * Raw, not standardised. With a pairwise matrix it equals psych's `alpha`; with one of complete rows the listwise
 * alpha. A lower bound of reliability when errors are independent; equal to it only when items load alike. An item
 * to which everybody gave the same answer stays in (its covariances are 0; psych drops it and says so).
 * Undefined for one item, and when the sum score doesn't vary. Source: Cronbach (1951), Psychometrika 16:297.
 */
export function cronbachAlpha(covariances: SquareMatrix): Figure {
  return alphaOf(covariances.size, matrixSums(covariances));
}

/** Alpha of the scale without item `index` (position in the matrix); undefined for a scale of two items or fewer. */
export function alphaIfDropped(covariances: SquareMatrix, index: number): Figure {
  return alphaOf(covariances.size - 1, matrixSums(covariances, index));
}

/**
 * The correlation of one item with the sum of the others, from the covariances: psych's `r.drop`.
 *
 * Undefined for a scale of one item, and when the item or the sum of the others doesn't vary.
 * With missing answers a pairwise matrix is used, so the value can differ from a correlation over complete rows.
 */
export function itemRestCorrelation(covariances: SquareMatrix, index: number): Figure {
  const { size, values } = covariances;
  if (size < 2) return notDefined('singleItem');
  const variance = values[index * size + index] as number;
  const rest = matrixSums(covariances, index).all;
  if (!(variance > 0) || !(rest > 0)) return notDefined('noVariance');
  let covariance = 0;
  for (let j = 0; j < size; j += 1) if (j !== index) covariance += values[index * size + j] as number;
  return defined(covariance / Math.sqrt(variance * rest));
}

/**
 * Feldt's confidence interval for alpha, from the F distribution with n − 1 and (n − 1)(k − 1) degrees of freedom.
 *
 * `people` is the number of rows (with pairwise alpha: all of them, as psych's `alpha.ci`), `items` is k.
 * Assumes items of equal covariance and normal scores; people are taken as independent, so in strongly clustered
 * data it is too narrow. Undefined under two people. Source: Feldt, Woodruff & Salih (1987), Applied Psychological
 * Measurement 11:93.
 */
export function feldtInterval(alpha: number, people: number, items: number, confidence = 0.95): Figure<Interval> {
  if (people < 2) return notDefined('tooFewAnswers');
  if (items < 2) return notDefined('singleItem');
  const tail = (1 - confidence) / 2;
  const numeratorDf = people - 1;
  const denominatorDf = (people - 1) * (items - 1);
  return defined<Interval>([
    1 - (1 - alpha) * fQuantile(1 - tail, numeratorDf, denominatorDf),
    1 - (1 - alpha) * fQuantile(tail, numeratorDf, denominatorDf),
  ]);
}
