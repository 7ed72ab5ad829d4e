import {
  betweenPosterior,
  climateMean,
  covarianceMatrix,
  cronbachAlpha,
  independentMean,
  normalQuantile,
  notDefined,
  numberStatistics,
  pairMoments,
  studentTQuantile,
  unitPosterior,
} from '@lerend/psychometrics';
import type { BetweenPoint, Figure, UnitSums } from '@lerend/psychometrics';
import { fewestPeopleForError } from '../snapshot/method.ts';
import type { PreparedScale } from './prepared-scale.ts';

/** Where a unit is likely to stand: a normal distribution, in the unit of the answers. */
export interface UnitPlace {
  readonly centre: number;
  readonly sd: number;
}

/**
 * The variance of one person's score that is error of measurement, at least: that of rounding an opinion to whole
 * answers (1/12 an item), or (1 − alpha) × the variance of the scores when enough people answered.
 */
export function errorVarianceOf({ columns, scores }: PreparedScale): number {
  const rounding = 1 / 12 / columns.length;
  const { n, sd } = numberStatistics(scores);
  if (n < fewestPeopleForError || sd.value === null) return rounding;
  const covariances = covarianceMatrix(pairMoments(columns));
  const alpha = covariances.value === null ? null : cronbachAlpha(covariances.value).value;
  return alpha === null ? rounding : Math.max(rounding, (1 - Math.max(0, alpha)) * sd.value ** 2);
}

/** The units of one depth together: the variance of a person within one, and what is known of the variance between. */
interface UnitsTogether {
  readonly within: number;
  readonly freedom: number;
  /** null with fewer than five units. */
  readonly posterior: readonly BetweenPoint[] | null;
}

/** null where nobody differs from anyone in their unit, or no unit has two people: then there is no spread to share. */
function unitsTogether({ n, means, withinSquares }: UnitSums, errorVariance: number): UnitsTogether | null {
  const present = Array.from(n.keys()).filter((unit) => (n[unit] as number) > 0);
  const freedom = present.reduce((sum, unit) => sum + (n[unit] as number) - 1, 0);
  if (freedom < 1) return null;
  const within = Math.max(withinSquares.reduce((sum, squares) => sum + squares, 0) / freedom, errorVariance);
  if (!(within > 0)) return null;
  const posterior = betweenPosterior(
    present.map((unit) => means[unit] as number),
    present.map((unit) => within / (n[unit] as number)),
  );
  return { within, freedom, posterior: posterior.value };
}

/**
 * Where the units of one depth stand, for their levels: their climate by the formulas of a snapshot (see its
 * `unit-places.ts`), without rounding and without classes, and with the spread of the units of this depth. From five
 * units each is drawn towards the others; with fewer, its own mean with a t interval over its people or, when that is
 * wider, over the lowest units inside (`leaves`).
 */
export function unitPlaces(
  sums: UnitSums,
  errorVariance: number,
): (place: number, leaves: UnitSums) => Figure<UnitPlace> {
  let known: UnitsTogether | null | undefined;
  return (place, leaves) => {
    const n = sums.n[place] as number;
    const mean = sums.means[place] as number;
    if (n === 0) return notDefined('noAnswers');
    // Once a depth, and not at all where levels aren't asked for.
    known = known === undefined ? unitsTogether(sums, errorVariance) : known;
    if (!known?.posterior) return ownPlace(n, mean, sums.withinSquares[place] as number, leaves, errorVariance);
    const { within, freedom, posterior } = known;
    const { mean: centre, variance } = unitPosterior(posterior, mean, within / n);
    return { value: { centre, sd: (Math.sqrt(variance) * studentTQuantile(0.975, freedom)) / normalQuantile(0.975) } };
  };
}

function ownPlace(
  n: number,
  mean: number,
  squares: number,
  leaves: UnitSums,
  errorVariance: number,
): Figure<UnitPlace> {
  const own = independentMean(n, mean, Math.max(squares, errorVariance * (n - 1)));
  if (own.value === null) return own;
  const inside = unitsTogether(leaves, errorVariance);
  const clustered = inside ? climateMean(leaves, inside.within).value : null;
  const halfWidths = [own.value, ...(clustered ? [clustered] : [])].map(
    ({ interval }) => (interval[1] - interval[0]) / 2,
  );
  return { value: { centre: mean, sd: Math.max(...halfWidths) / normalQuantile(0.975) } };
}
