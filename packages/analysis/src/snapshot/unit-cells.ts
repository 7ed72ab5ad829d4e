import { bandClassOf } from '@lerend/disclosure';
import type { AreaCell, BandClass } from '@lerend/disclosure';
import { betweenPosterior, climateMean, medianBetween, studentTQuantile, unitPosterior } from '@lerend/psychometrics';
import type { BetweenPoint, UnitSums } from '@lerend/psychometrics';
import { presentPlaces } from './present-place.ts';
import type { ScaleFigures } from './scale-figures.ts';
import { withAllBelow } from './unit-tree.ts';
import type { UnitTree } from './unit-tree.ts';
import { wholePoints, withoutLastDigits } from './whole-points.ts';

/*
 * The cell of a unit: the mean of those who answered, and the answers to two questions.
 *
 * What do the people who work here now say? `now`: see `present-place.ts`.
 *
 * What is the climate, would it be the same with other people? `centre` and `band`:
 * shrunk: from five units of one depth with answers, each is seen against the others (`unitPosterior`).
 * clustered: else, from five lowest units inside, these are the clusters (`climateMean`).
 * none: else there is no answer, and both are those of `now`.
 *
 * σ², the variance of a person within a unit, is one number for the whole organisation. So every band is a function of
 * numbers of people, of the score, and of figures of everyone together: it tells nothing of how a unit's own people
 * differ. σ² is never taken smaller than the error of measurement.
 *
 * What is shown is rounded: the centre to whole points, and so is the score from which it is made. That adds 1/12 point²
 * of variance each time (a uniform error of at most half a point), so that a shown band holds what an unrounded one does.
 */

/** Makes the cell of a unit; call it only for a unit with at least one score. */
export type CellOfUnit = (unit: number) => AreaCell;

const roundingVariance = 1 / 12;

/** What a cell needs besides the scores. */
export interface CellContext {
  /** People who work directly in each unit. */
  readonly heads: Float64Array;
  /** Whether a unit shows a figure on this scale. */
  readonly isShown: (unit: number) => boolean;
}

export function cellsOfUnits(tree: UnitTree, figures: ScaleFigures, { heads, isShown }: CellContext): CellOfUnit {
  const { direct, whole, within, errorVariance } = figures;
  const quantile = studentTQuantile(0.975, within.freedom);
  const reach = (variance: number) => bandOf(quantile * Math.sqrt(variance));
  const posteriors = figures.byDepth.map((sums) => posteriorOf(sums, within.variance));
  const variances = { within: within.variance, between: betweenLowest(direct, within.variance), error: errorVariance };
  const presentOf = presentPlaces(tree, figures, heads, variances, isShown);
  return (unit) => {
    const n = whole.n[unit] ?? 0;
    const score = wholePoints(whole.means[unit] ?? 0);
    const present = presentOf(unit);
    const now = { centre: wholePoints(present.centre), band: reach(present.variance + roundingVariance) };
    const { from, to } = withAllBelow(tree, unit);
    const cell = {
      n,
      heads: heads.subarray(from, to).reduce((sum, one) => sum + one, 0),
      score,
      now,
      noise: reach(within.variance / n + roundingVariance),
    };
    const posterior = posteriors[tree.depths[unit] ?? 0];
    if (posterior) {
      const { mean, variance } = unitPosterior(posterior, score, within.variance / n + roundingVariance);
      return { ...cell, climate: 'shrunk', centre: wholePoints(mean), band: reach(variance + roundingVariance) };
    }
    const inside = climateMean(sumsInside(direct, from, to), within.variance).value;
    if (inside === null) return { ...cell, climate: 'none', centre: now.centre, band: now.band };
    const { standardError, degreesOfFreedom } = inside;
    const halfWidth =
      studentTQuantile(0.975, degreesOfFreedom) * Math.hypot(standardError, Math.sqrt(roundingVariance));
    return { ...cell, climate: 'clustered', centre: score, band: bandOf(halfWidth) };
  };
}

const bandOf = (halfWidth: number): BandClass => bandClassOf(withoutLastDigits(halfWidth));

function posteriorOf({ n, means }: UnitSums, withinVariance: number): readonly BetweenPoint[] | null {
  const present = Array.from(n.keys()).filter((unit) => (n[unit] ?? 0) > 0);
  return betweenPosterior(
    present.map((unit) => means[unit] ?? 0),
    present.map((unit) => withinVariance / (n[unit] ?? 1)),
  ).value;
}

/**
 * The variance between lowest units, for parts that aren't weighted by their heads. With fewer than five it can't be
 * known: then one standard error of it above 0, √(2 / (G − 1)) σ²/ñ, ñ the harmonic mean of the numbers of answers.
 */
function betweenLowest(direct: UnitSums, withinVariance: number): number {
  const posterior = posteriorOf(direct, withinVariance);
  if (posterior) return medianBetween(posterior);
  const sizes = direct.n.filter((size) => size > 0);
  if (sizes.length < 2) return 0;
  const harmonicSize = sizes.length / sizes.reduce((sum, size) => sum + 1 / size, 0);
  return (Math.sqrt(2 / (sizes.length - 1)) * withinVariance) / harmonicSize;
}

function sumsInside({ n, means, withinSquares }: UnitSums, from: number, to: number): UnitSums {
  return {
    n: n.subarray(from, to),
    means: means.subarray(from, to),
    withinSquares: withinSquares.subarray(from, to),
  };
}
