import type { ValueRange } from './distributions/truncated-normal.ts';
import { meanInRange } from './mean-in-range.ts';
import { isLikely, mixtureOf } from './unit-shrinkage.ts';
import type { BetweenPoint, UnitPosterior } from './unit-shrinkage.ts';

/** The mean of one unit, or of a few together, in a sum over units. */
export interface SummedMean {
  readonly weight: number;
  /** Not read where there is a range. */
  readonly mean: number;
  /** Its sampling variance. */
  readonly variance: number;
  /** The share of the variance between units that is left in it: 1 of one unit, see `climateMean`. */
  readonly betweenShare: number;
  /** Where only a range is told of the mean; null: the mean is known. */
  readonly range: ValueRange | null;
}

export interface SumOfMeans extends UnitPosterior {
  /** Of each mean by itself; a known one is itself, without variance. */
  readonly parts: readonly UnitPosterior[];
}

/**
 * What is likely of Σ weight × mean where of some units only a range is told in which the mean of those who answered lies.
 * For each variance between units (`betweenPosterior`, made with the same ranges) a mean in a range is normal about the
 * grand mean, cut off at the ends of the range; the sum is the mixture. Its variance is what isn't known of those means: not how far a
 * mean lies from its unit's truth. The grand mean is uncertain for all at once, so that doesn't average out.
 *
 * All known: the plain sum, variance 0.
 */
export function sumOfMeans(points: readonly BetweenPoint[], means: readonly SummedMean[]): SumOfMeans {
  const parts: UnitPosterior[] = means.map(({ mean }) => ({ mean, variance: 0 }));
  const known = means.reduce((sum, { weight, mean, range }) => (range === null ? sum + weight * mean : sum), 0);
  const alike = alikeMeans(means);
  if (alike.length === 0) return { mean: known, variance: 0, parts };
  const likely = points.filter(isLikely);
  const sums = likely.map(({ probability }) => ({ probability, mean: known, variance: 0, byGrandMean: 0 }));
  for (const { at, range, betweenShare, variance, weight, squaredWeight } of alike) {
    const own = likely.map(({ between, probability, grandMean, grandMeanVariance }, point) => {
      const found = meanInRange(grandMean, betweenShare * between + variance, range);
      const sum = sums[point] as (typeof sums)[number];
      sum.mean += weight * found.mean;
      sum.variance += squaredWeight * found.variance;
      sum.byGrandMean += weight * found.slope;
      return { probability, mean: found.mean, variance: found.variance + found.slope ** 2 * grandMeanVariance };
    });
    const part = mixtureOf(own);
    for (const one of at) parts[one] = part;
  }
  const all = mixtureOf(
    sums.map(({ probability, mean, variance, byGrandMean }, point) => ({
      probability,
      mean,
      variance: variance + byGrandMean ** 2 * (likely[point] as BetweenPoint).grandMeanVariance,
    })),
  );
  return { ...all, parts };
}

interface AlikeMeans extends Pick<SummedMean, 'variance' | 'betweenShare'> {
  readonly range: ValueRange;
  /** Where they stand. */
  readonly at: number[];
  weight: number;
  squaredWeight: number;
}

/** Those with a range, the ones of which the same is told taken together: what is likely of them is worked out once. */
function alikeMeans(means: readonly SummedMean[]): readonly AlikeMeans[] {
  const found = new Map<string, AlikeMeans>();
  means.forEach(({ weight, variance, betweenShare, range }, at) => {
    if (range === null) return;
    const key = `${variance}/${betweenShare}/${range.low}/${range.high}`;
    const known = found.get(key) ?? { range, variance, betweenShare, at: [], weight: 0, squaredWeight: 0 };
    known.at.push(at);
    known.weight += weight;
    known.squaredWeight += weight ** 2;
    found.set(key, known);
  });
  return [...found.values()];
}
