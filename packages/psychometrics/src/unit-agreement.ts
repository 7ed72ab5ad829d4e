import { defined, notDefined } from './figure.ts';
import type { Figure } from './figure.ts';

/** The variance of a slightly skewed answer over five options (.05, .15, .20, .35, .25), LeBreton & Senter (2008). */
export const SLIGHTLY_SKEWED_VARIANCE = 1.34;

/** The variance of an answer that is equally likely to be each of `options` options: (A² − 1) / 12. */
export function uniformVariance(options: number): number {
  return (options * options - 1) / 12;
}

/**
 * rwg(j): how far the people of one unit agree on a scale, against answering at random.
 *
 * J (1 − s²/v) / (J (1 − s²/v) + s²/v), with J items, `meanVariance` s² (see {@link unitSpread}) and `nullVariance` v.
 * From 0 to 1; where people differ more than at random s² is set to v, which gives 0. For one item this is rwg.
 * It rises with the number of items and says nothing about differences between units: never use it without ICC.
 * Undefined with fewer than two people. Source: James, Demaree & Wolf (1984), Journal of Applied Psychology 69:85;
 * truncation as in multilevel's `rwg.j`.
 */
export function withinGroupAgreement(
  people: number,
  meanVariance: number,
  items: number,
  nullVariance: number,
): Figure {
  if (people < 2) return notDefined(people === 0 ? 'noAnswers' : 'tooFewAnswers');
  const ratio = Math.min(meanVariance, nullVariance) / nullVariance;
  return defined((items * (1 - ratio)) / (items * (1 - ratio) + ratio));
}

export interface Summary {
  readonly mean: Figure;
  readonly median: Figure;
  readonly min: Figure;
  readonly max: Figure;
}

/**
 * Mean, median, lowest and highest of a figure over units; units where it isn't defined don't count.
 * An even number: the median is the mean of the middle two. No unit left: undefined (`noReplication`).
 */
export function summary(figures: readonly Figure[]): Summary {
  const values = figures.flatMap(({ value }) => (value === null ? [] : [value])).sort((a, b) => a - b);
  const count = values.length;
  if (count === 0) {
    const none = notDefined('noReplication');
    return { mean: none, median: none, min: none, max: none };
  }
  const middle = ((values[(count - 1) >> 1] as number) + (values[count >> 1] as number)) / 2;
  return {
    mean: defined(values.reduce((sum, value) => sum + value, 0) / count),
    median: defined(middle),
    min: defined(values[0] as number),
    max: defined(values[count - 1] as number),
  };
}
