import {
  clusteredMean,
  covarianceMatrix,
  cronbachAlpha,
  independentMean,
  normalQuantile,
  notDefined,
  numberStatistics,
  pairMoments,
} from '@lerend/psychometrics';
import type { Figure, RandomInterceptModel, UnitSums } from '@lerend/psychometrics';
import { fewestPeopleForError, fewestUnitsToDrawIn } from '../snapshot/method.ts';
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

/** What the units of one depth have in common; null where they are too few to draw one towards the others. */
interface Together {
  readonly within: number;
  readonly between: number;
  readonly grandMean: number;
  readonly meanVariance: number;
}

function together(sums: UnitSums, model: Figure<RandomInterceptModel>, errorVariance: number): Together | null {
  const sizes = sums.n.filter((size) => size > 0);
  if (sizes.length < fewestUnitsToDrawIn || model.value === null) return null;
  const within = Math.max(model.value.withinVariance, errorVariance);
  const harmonicSize = sizes.length / sizes.reduce((sum, size) => sum + 1 / size, 0);
  const between = Math.max(model.value.betweenVariance, (Math.sqrt(2 / (sizes.length - 1)) * within) / harmonicSize);
  const meanVariance = 1 / sizes.reduce((sum, size) => sum + 1 / (between + within / size), 0);
  return { within, between, grandMean: model.value.grandMean, meanVariance };
}

/**
 * Where the units of one depth stand, for their levels, without rounding and without classes. From five units of one
 * depth each is drawn towards the others (parametric empirical Bayes: Morris 1983, JASA 78:47), with the variance between
 * units at least one standard error from 0; a snapshot weighs every value of that variance instead (its `unit-cells.ts`),
 * so near a cut the two can differ. With fewer units, its own mean with a t interval over its
 * people or, when that is wider, over the lowest units inside (`leaves`).
 */
export function unitPlaces(
  sums: UnitSums,
  model: Figure<RandomInterceptModel>,
  errorVariance: number,
): (place: number, leaves: UnitSums) => Figure<UnitPlace> {
  const all = together(sums, model, errorVariance);
  return (place, leaves) => {
    const n = sums.n[place] as number;
    const mean = sums.means[place] as number;
    if (n === 0) return notDefined('noAnswers');
    if (all === null) return ownPlace(n, mean, sums.withinSquares[place] as number, leaves, errorVariance);
    const { within, between, grandMean, meanVariance } = all;
    const share = between / (between + within / n);
    const variance = between * (1 - share) + (1 - share) ** 2 * meanVariance;
    return { value: { centre: grandMean + share * (mean - grandMean), sd: Math.sqrt(variance) } };
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
  const halfWidths = [own, clusteredMean(leaves)].flatMap(({ value }) =>
    value === null ? [] : [(value.interval[1] - value.interval[0]) / 2],
  );
  return { value: { centre: mean, sd: Math.max(...halfWidths) / normalQuantile(0.975) } };
}
