import { presentMeanVariance } from '@lerend/psychometrics';
import type { PresentStratum, PresentVariances } from '@lerend/psychometrics';
import type { LikelyMeans } from './likely-means.ts';
import type { ScaleFigures } from './scale-figures.ts';
import { withAllBelow } from './unit-tree.ts';
import type { UnitTree } from './unit-tree.ts';

/*
 * "What do the people who work here now say?" of a unit with everything below it.
 *
 * The parts are weighted by their heads. A part is a unit below that shows a figure itself, or the rest: all people of
 * whom no unit nearer than this one shows a figure, taken together. So the estimate is made of exactly the means that
 * the publication rules already protect (every rest is nobody, or at least the minimum): beside the plain mean of the
 * same people it tells nobody anything about fewer. Small hidden units are thus not weighted one by one; the variance
 * counts that.
 */

/** Unrounded, in points of 0–100. */
export interface PresentPlace {
  readonly centre: number;
  readonly variance: number;
}

/** Call it only for a unit that has a score. */
export type PlaceOfPresent = (unit: number) => PresentPlace;

export function presentPlaces(
  tree: UnitTree,
  { direct }: Pick<ScaleFigures, 'direct'>,
  heads: Float64Array,
  variances: PresentVariances,
  isShown: (unit: number) => boolean,
  { shiftOf }: Pick<LikelyMeans, 'shiftOf'>,
): PlaceOfPresent {
  return (top) => {
    const weights = new Float64Array(tree.units.length);
    weigh(top, 1);
    const { from, to } = withAllBelow(tree, top);
    let centre = 0;
    const strata: PresentStratum[] = [];
    for (let unit = from; unit < to; unit++) {
      const weight = weights[unit] ?? 0;
      centre += weight * (direct.means[unit] ?? 0);
      strata.push({ weight, answered: direct.n[unit] ?? 0, heads: heads[unit] ?? 0 });
    }
    const likely = shiftOf(from, to, (unit) => weights[unit] ?? 0);
    return {
      centre: centre + likely.shift,
      variance: presentMeanVariance(strata, variances) + likely.variance,
    };

    /** Divides what a shown unit counts for over its parts: by heads over parts, by answers within the rest. */
    function weigh(unit: number, weight: number): void {
      const { rest, shown, restHeads, shownHeads } = partsOf(unit);
      const restAnswers = rest.reduce((sum, one) => sum + (direct.n[one] ?? 0), 0);
      const answering = shownHeads.reduce((sum, one) => sum + one, restAnswers > 0 ? restHeads : 0);
      for (const one of rest) {
        if (restAnswers > 0) weights[one] = (((weight * restHeads) / answering) * (direct.n[one] ?? 0)) / restAnswers;
      }
      shown.forEach((one, at) => {
        weigh(one, (weight * (shownHeads[at] ?? 0)) / answering);
      });
    }
  };

  function partsOf(unit: number) {
    const { from, to } = withAllBelow(tree, unit);
    const rest = [from];
    const shown: number[] = [];
    const shownHeads: number[] = [];
    let restHeads = heads[from] ?? 0;
    for (let one = from + 1; one < to;) {
      if (!isShown(one)) {
        rest.push(one);
        restHeads += heads[one] ?? 0;
        one++;
        continue;
      }
      const below = withAllBelow(tree, one);
      shown.push(one);
      shownHeads.push(heads.subarray(below.from, below.to).reduce((sum, number) => sum + number, 0));
      one = below.to;
    }
    return { rest, shown, restHeads, shownHeads };
  }
}
