import { defined, notDefined } from './figure.ts';
import type { Figure } from './figure.ts';
import { pairCovariance } from './pair-moments.ts';
import type { PairMoments } from './pair-moments.ts';

/** The covariance over who answered both, divided by the standard deviations over who answered each. */
function correlation(moments: PairMoments, i: number, j: number): Figure {
  const covariance = pairCovariance(moments, i, j);
  const [first, second] = [pairCovariance(moments, i, i), pairCovariance(moments, j, j)];
  if (covariance.value === null) return covariance;
  if (first.value === null || second.value === null) return notDefined('tooFewPairs');
  if (!(first.value > 0) || !(second.value > 0)) return notDefined('noVariance');
  return defined(covariance.value / Math.sqrt(first.value * second.value));
}

/** The mean absolute correlation of every item of `first` with every other one of `second`. */
function meanAbsoluteCorrelation(moments: PairMoments, first: readonly number[], second: readonly number[]): Figure {
  let sum = 0;
  let count = 0;
  for (const i of first) {
    for (const j of second) {
      if (i === j) continue;
      const figure = correlation(moments, i, j);
      if (figure.value === null) return figure;
      sum += Math.abs(figure.value);
      count += 1;
    }
  }
  return defined(sum / count);
}

/**
 * The heterotrait-monotrait ratio of correlations (HTMT) of every two scales, k × k: the mean correlation between
 * items of different scales over the geometric mean of the two mean correlations within. Near 1 two scales can't be
 * told apart; 0.85 and 0.90 are the usual bounds.
 *
 * `moments`: of all items together, pairwise; `scales`: the places of each scale's items. The variant of 2015 with
 * arithmetic means, of absolute correlations (so that a scale keyed the other way isn't taken for a different one),
 * from pairwise covariances: semTools' `htmt(htmt2 = FALSE, missing = "pairwise")`. 1 on the diagonal.
 * Undefined: a scale of one item (`singleItem`); two scales that share an item (`sharedItems`); an item that doesn't
 * vary or two that nobody answered both; a scale whose items don't correlate at all (`noVariance`).
 * Source: Henseler, Ringle & Sarstedt (2015), Journal of the Academy of Marketing Science 43:115.
 */
export function heterotraitMonotrait(
  moments: PairMoments,
  scales: readonly (readonly number[])[],
): readonly (readonly Figure[])[] {
  const within = scales.map((items): Figure => {
    if (items.length < 2) return notDefined('singleItem');
    const mean = meanAbsoluteCorrelation(moments, items, items);
    return mean.value === 0 ? notDefined('noVariance') : mean;
  });
  return scales.map((first, f) =>
    scales.map((second, h): Figure => {
      const [one, two] = [within[f] as Figure, within[h] as Figure];
      if (one.value === null) return one;
      if (two.value === null) return two;
      if (f === h) return defined(1);
      if (first.some((item) => second.includes(item))) return notDefined('sharedItems');
      const between =
        f < h ? meanAbsoluteCorrelation(moments, first, second) : meanAbsoluteCorrelation(moments, second, first);
      return between.value === null ? between : defined(between.value / Math.sqrt(one.value * two.value));
    }),
  );
}
