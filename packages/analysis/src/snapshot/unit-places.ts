import type { ClimateBasis } from '@lerend/disclosure';
import {
  betweenPosterior,
  climateMean,
  medianBetween,
  rangedUnitPosterior,
  studentTQuantile,
  unitPosterior,
} from '@lerend/psychometrics';
import type { BetweenPoint, UnitSums, ValueRange } from '@lerend/psychometrics';
import { likelyMeans } from './likely-means.ts';
import { presentPlaces } from './present-place.ts';
import type { ScaleFigures } from './scale-figures.ts';
import { betweenShares, nearestShown, seenAtDepth, shownParts } from './shown-parts.ts';
import { withAllBelow } from './unit-tree.ts';
import type { UnitTree } from './unit-tree.ts';

/*
 * Where a unit stands on a scale, before anything is rounded: the answers to two questions.
 *
 * What do the people who work here now say? `now`: see `present-place.ts`.
 *
 * What is the climate, would it be the same with other people? `climate`:
 * shrunk: from five units of one depth, each is seen against the others (`unitPosterior`): against each that shows a
 * figure, and those that don't only together, as the rests that they are in (`shown-parts.ts`).
 * clustered: else, from five parts inside (units that show a figure, and rests), these are the clusters (`climateMean`).
 * none: else there is no answer, and it is that of `now`.
 *
 * A mean at the end of what may be told is taken as what is likely of it, in both: see `likely-means.ts`.
 *
 * σ², the variance of a person within a unit, is one number for the whole organisation. So every half-width is a function
 * of numbers of people, of the score, and of figures of everyone together: it tells nothing of how a unit's own people
 * differ, nor of fewer people than a rest. σ² is never taken smaller than the error of measurement.
 */

export interface Span {
  readonly centre: number;
  /** Of the 95 % interval around it. */
  readonly halfWidth: number;
}

export interface UnitPlaces {
  readonly now: Span;
  readonly basis: ClimateBasis;
  readonly climate: Span;
  /** Half-width of the score by itself, for other people in the same units. */
  readonly noise: number;
}

/** What a place needs besides the scores. */
export interface PlaceContext {
  /** People who work directly in each unit. */
  readonly heads: Float64Array;
  /** Whether a unit shows a figure on this scale. */
  readonly isShown: (unit: number) => boolean;
}

/**
 * `score`: of the unit, as it is used, rounded or not. `rounding`: the variance that showing a figure in whole points adds
 * to it, 0 where nothing is rounded. Call it only for a unit with at least one score.
 */
export type PlacesOfUnit = (unit: number, score: number, rounding: number) => UnitPlaces;

export function placesOfUnits(tree: UnitTree, figures: ScaleFigures, context: PlaceContext): PlacesOfUnit {
  const { direct, whole, within, errorVariance } = figures;
  const { heads, isShown } = context;
  const quantile = studentTQuantile(0.975, within.freedom);
  const owners = nearestShown(tree.parents, isShown);
  const parts = shownParts(owners, direct);
  const shares = betweenShares(owners, heads);
  const likely = likelyMeans(figures, heads);
  const partOf = (owner: number) => groupAt(owner, parts, (unit) => owners[unit] === owner);
  const allParts = tree.units.map((_, owner) => partOf(owner));
  const posteriors = figures.byDepth.map((_, depth) => {
    const { shown, partsOf } = seenAtDepth(tree.depths, owners, whole.n, depth);
    return posteriorOf([...shown.map((unit) => groupAt(unit, whole)), ...partsOf.map(partOf)]);
  });
  const variances = { within: within.variance, between: betweenParts(allParts, within.variance), error: errorVariance };
  const presentOf = presentPlaces(tree, figures, heads, variances, isShown, likely);
  return (unit, score, rounding) => {
    const reach = (variance: number, t = quantile) => t * Math.sqrt(variance + rounding);
    const own = groupAt(unit, whole);
    const shift = own.mean - (whole.means[unit] ?? 0);
    const { centre, variance } = presentOf(unit);
    const now = { centre, halfWidth: reach(variance) };
    const noise = reach(within.variance / own.n);
    const posterior = posteriors[tree.depths[unit] ?? 0];
    if (posterior) {
      const place = own.range
        ? rangedUnitPosterior(posterior, own.range, own.variance)
        : unitPosterior(posterior, score + shift, own.variance + rounding);
      return { now, basis: 'shrunk', climate: { centre: place.mean, halfWidth: reach(place.variance) }, noise };
    }
    const { from, to } = withAllBelow(tree, unit);
    const inside = climateMean(
      {
        n: parts.n.subarray(from, to),
        means: Float64Array.from(allParts.slice(from, to), ({ mean }) => mean),
        betweenShare: shares.subarray(from, to),
        ranges: allParts.slice(from, to).map(({ range }) => range),
      },
      within.variance,
    ).value;
    if (inside === null) return { now, basis: 'none', climate: now, noise };
    const halfWidth = reach(inside.standardError ** 2, studentTQuantile(0.975, inside.degreesOfFreedom));
    return {
      now,
      basis: 'clustered',
      climate: { centre: score + inside.mean - (whole.means[unit] ?? 0), halfWidth },
      noise,
    };
  };

  /** A unit or a part of it as it is seen beside others, with what is likely of the rests inside. */
  function groupAt(unit: number, sums: Pick<UnitSums, 'n' | 'means'>, isIn = (_: number) => true): SeenGroup {
    const { from, to } = withAllBelow(tree, unit);
    const n = Math.max(1, sums.n[unit] ?? 0);
    const range = likely.rangeOf(from, to, isIn);
    const added = likely.shiftOf(from, to, (one) => (isIn(one) ? (direct.n[one] ?? 0) / n : 0));
    return {
      n: sums.n[unit] ?? 0,
      mean: (sums.means[unit] ?? 0) + added.shift,
      variance: within.variance / n + (range ? 0 : added.variance),
      range,
    };
  }
}

/** Some people together whose mean is used. */
interface SeenGroup {
  readonly n: number;
  readonly mean: number;
  /** How far the mean may lie from what it would be with other people. */
  readonly variance: number;
  /** Where no more is told of the mean than that it lies in a range. */
  readonly range: ValueRange | null;
}

function posteriorOf(groups: readonly SeenGroup[]): readonly BetweenPoint[] | null {
  return betweenPosterior(
    groups.map(({ mean }) => mean),
    groups.map(({ variance }) => variance),
    groups.map(({ range }) => range),
  ).value;
}

/**
 * The variance between parts (units that show a figure, and rests), for those inside that aren't weighted by their heads.
 * With fewer than five it can't be known: then one standard error of it above 0, √(2 / (G − 1)) σ²/ñ, ñ the harmonic
 * mean of the numbers of answers.
 */
function betweenParts(parts: readonly SeenGroup[], withinVariance: number): number {
  const groups = parts.filter(({ n }) => n > 0);
  const posterior = posteriorOf(groups);
  if (posterior) return medianBetween(posterior);
  if (groups.length < 2) return 0;
  const harmonicSize = groups.length / groups.reduce((sum, { n }) => sum + 1 / n, 0);
  return (Math.sqrt(2 / (groups.length - 1)) * withinVariance) / harmonicSize;
}
