import type { ValueRange } from './distributions/truncated-normal.ts';
import { defined, notDefined } from './figure.ts';
import type { Figure } from './figure.ts';
import { fitGrandMean, meanInRange, rangedMeans } from './mean-in-range.ts';
import type { RangedMeans } from './mean-in-range.ts';

/** One possible variance between units, with how likely it is and the grand mean that goes with it. */
export interface BetweenPoint {
  readonly between: number;
  /** All points together: 1. */
  readonly probability: number;
  readonly grandMean: number;
  readonly grandMeanVariance: number;
}

/** Where a unit's true mean is likely to lie. */
export interface UnitPosterior {
  readonly mean: number;
  readonly variance: number;
}

/** Under this many units the variance between them is too uncertain: the posterior has no mean (see below). */
export const MINIMUM_UNITS_TO_SHRINK = 5;

const pointCount = 80;

/**
 * What the means of units say about the variance between them: the posterior over a grid, for
 * mean_g ~ N(μ + u_g, variance_g), u_g ~ N(0, τ), flat in μ and flat in τ (a variance).
 *
 * `variances`: the sampling variance of each mean, taken as known (pooled, so df are many). The grid lies evenly in
 * τ / (τ + v̄), v̄ the harmonic mean of the variances: from units that are all alike to units that are all apart.
 * The flat prior on the variance never lets τ settle on 0, as REML does by chance with few units, and gives intervals
 * that hold their level on average over units (Morris & Tang 2011, Statistical Science 26:271).
 * `ranges`: where of a mean only is told that it lies in a range (Tobin 1958, Econometrica 26:24), that range; its place in
 * `means` isn't read. null: the mean itself.
 * Undefined under five units (`tooFewUnits`); a variance of 0 or less is a RangeError.
 */
export function betweenPosterior(
  means: readonly number[],
  variances: readonly number[],
  ranges: readonly (ValueRange | null)[] = [],
): Figure<readonly BetweenPoint[]> {
  const count = means.length;
  if (count < MINIMUM_UNITS_TO_SHRINK) return notDefined(count === 0 ? 'noUnits' : 'tooFewUnits');
  if (variances.length !== count || !variances.every((variance) => variance > 0))
    throw new RangeError('every mean has a variance above 0');
  const usual = count / variances.reduce((sum, variance) => sum + 1 / variance, 0);
  const isKnown = (_: number, at: number) => (ranges[at] ?? null) === null;
  const known = { means: means.filter(isKnown), variances: variances.filter(isKnown) };
  const ranged = rangedMeans(variances, ranges);
  let start = middleOf(known.means, ranged);
  const points = Array.from({ length: pointCount }, (_, at) => {
    const place = (at + 0.5) / pointCount;
    // The density is flat in τ; the grid is even in `place`, so each point counts for dτ/dplace ∝ (1 − place)⁻².
    const point = logLikelihoodAt(known, ranged, (usual * place) / (1 - place), start);
    start = point.grandMean;
    return { place, ...point };
  });
  const logs = points.map(({ place, logLikelihood }) => logLikelihood - 2 * Math.log1p(-place));
  const highest = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - highest));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return {
    value: points.map(({ between, grandMean, grandMeanVariance }, at) => ({
      between,
      grandMean,
      grandMeanVariance,
      probability: (weights[at] as number) / total,
    })),
  };
}

/** Somewhere among the units, to start looking for the grand mean from. */
function middleOf(means: readonly number[], ranged: readonly RangedMeans[]): number {
  const all = [...means, ...ranged.map(({ range }) => (range.low + range.high) / 2)];
  return all.reduce((sum, one) => sum + one, 0) / all.length;
}

interface KnownUnits {
  readonly means: readonly number[];
  readonly variances: readonly number[];
}

/** The likelihood of τ with μ integrated out. Sums in plain loops: this is the whole cost of a posterior. */
function logLikelihoodAt(
  { means, variances }: KnownUnits,
  ranged: readonly RangedMeans[],
  between: number,
  start: number,
) {
  let precision = 0;
  let weighted = 0;
  let logarithms = 0;
  for (let unit = 0; unit < means.length; unit += 1) {
    const total = between + (variances[unit] as number);
    precision += 1 / total;
    weighted += (means[unit] as number) / total;
    logarithms += Math.log(total);
  }
  const fit =
    ranged.length > 0
      ? fitGrandMean({ precision, weighted }, ranged, between, start)
      : { grandMean: weighted / precision, precision, logOfRanges: 0 };
  const { grandMean } = fit;
  let squares = 0;
  for (let unit = 0; unit < means.length; unit += 1)
    squares += ((means[unit] as number) - grandMean) ** 2 / (between + (variances[unit] as number));
  const logLikelihood = fit.logOfRanges - (logarithms + Math.log(fit.precision) + squares) / 2;
  return { between, grandMean, grandMeanVariance: 1 / fit.precision, logLikelihood };
}

/**
 * The true mean of a unit given its own mean and the others': empirical Bayes, with the uncertainty of the grand mean
 * and of the variance between units in it. mean = Σ p (μ + λ (own − μ)), λ = τ / (τ + v); variance = that of the mixture.
 * For a given v it is a straight line in `own`. For an interval take a t quantile with the df of the pooled variance.
 *
 * On average over units 95 % intervals hold 95 %; for a unit far from the others less, since it is drawn in most.
 * See `rangedUnitPosterior` for a unit of which only a range is told.
 */
export function unitPosterior(points: readonly BetweenPoint[], own: number, variance: number): UnitPosterior {
  let mean = 0;
  let squares = 0;
  let within = 0;
  for (const { between, probability, grandMean, grandMeanVariance } of points) {
    const share = between / (between + variance);
    // Counted from `own`, so that squares of large numbers aren't subtracted from one another.
    const away = (1 - share) * (grandMean - own);
    mean += probability * away;
    squares += probability * away * away;
    within += probability * (share * variance + (1 - share) ** 2 * grandMeanVariance);
  }
  defined([mean, squares, within]);
  return { mean: own + mean, variance: within + Math.max(0, squares - mean * mean) };
}

/** The same of a unit of which only is told that its own mean lies in a range: averaged over what that may be. */
export function rangedUnitPosterior(
  points: readonly BetweenPoint[],
  range: ValueRange,
  variance: number,
): UnitPosterior {
  return mixtureOf(
    points.filter(isLikely).map(({ between, probability, grandMean, grandMeanVariance }) => {
      const share = between / (between + variance);
      const own = meanInRange(grandMean, between + variance, range);
      // μ moves the true mean by itself, and by moving what the unit's own mean may be.
      const byGrandMean = 1 - share + share * own.slope;
      return {
        probability,
        mean: grandMean + share * (own.mean - grandMean),
        variance: share * variance + share ** 2 * own.variance + byGrandMean ** 2 * grandMeanVariance,
      };
    }),
  );
}

/** Less likely points change no figure, and ranges cost more than the rest. */
export const isLikely = ({ probability }: Pick<BetweenPoint, 'probability'>): boolean => probability > 1e-9;

/** Mean and variance of a mixture; the probabilities are together 1, or a hair less. */
export function mixtureOf(parts: readonly (UnitPosterior & { readonly probability: number })[]): UnitPosterior {
  const total = parts.reduce((sum, { probability }) => sum + probability, 0);
  const mean = parts.reduce((sum, part) => sum + part.probability * part.mean, 0) / total;
  const variance = parts.reduce((sum, part) => sum + part.probability * (part.variance + (part.mean - mean) ** 2), 0);
  defined([mean, variance]);
  return { mean, variance: variance / total };
}

/** The variance between units that is as likely too small as too large. */
export function medianBetween(points: readonly BetweenPoint[]): number {
  let below = 0;
  for (const { between, probability } of points) {
    below += probability;
    if (below >= 0.5) return between;
  }
  return points.at(-1)?.between ?? 0;
}
