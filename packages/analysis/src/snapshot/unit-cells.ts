import { bandClassOf } from '@lerend/disclosure';
import type { AreaCell, BandClass, Place } from '@lerend/disclosure';
import type { ScaleFigures } from './scale-figures.ts';
import { placesOfUnits } from './unit-places.ts';
import type { PlaceContext, PlacesOfUnit, Span } from './unit-places.ts';
import { withAllBelow } from './unit-tree.ts';
import type { UnitTree } from './unit-tree.ts';
import { roundingVariance, wholePoints, withoutLastDigits } from './whole-points.ts';

/*
 * The cell of a unit: the mean of those who answered and the answers to two questions (`unit-places.ts`), as shown.
 * The centre is rounded to whole points, and so is the score from which it is made. That adds 1/12 point² of variance
 * each time (a uniform error of at most half a point), so that a shown band holds what an unrounded one does; then it
 * goes up to the edge of its class.
 */

/** Makes the cell of a unit; call it only for a unit with at least one score. */
export type CellOfUnit = (unit: number) => AreaCell;

/** `placesOf` where they are needed unrounded as well. */
export function cellsOfUnits(
  tree: UnitTree,
  figures: ScaleFigures,
  context: PlaceContext,
  placesOf: PlacesOfUnit = placesOfUnits(tree, figures, context),
): CellOfUnit {
  return (unit) => {
    const score = wholePoints(figures.whole.means[unit] ?? 0);
    const { now, basis, climate, noise } = placesOf(unit, score, roundingVariance);
    const { from, to } = withAllBelow(tree, unit);
    return {
      n: figures.whole.n[unit] ?? 0,
      heads: context.heads.subarray(from, to).reduce((sum, one) => sum + one, 0),
      score,
      now: shown(now),
      climate: basis,
      ...shown(climate),
      noise: bandOf(noise),
    };
  };
}

function shown({ centre, halfWidth }: Span): Place {
  return { centre: wholePoints(centre), band: bandOf(halfWidth) };
}

const bandOf = (halfWidth: number): BandClass => bandClassOf(withoutLastDigits(halfWidth));
