import { chiSquareUpperTail } from '../distributions/chi-square.ts';
import { fUpperTail } from '../distributions/f-distribution.ts';
import { notDefined } from '../figure.ts';
import type { Figure } from '../figure.ts';
import { MINIMUM_CLUSTERS } from '../mean-interval.ts';
import { ordinalScore } from './proportional-odds.ts';
import type { OrdinalCells, ProportionalOdds } from './proportional-odds.ts';
import { clusterCovariance, waldStatistic } from './sandwich.ts';

/** A test of one kind of difference; `df2` only where units are clusters (F), else chi-square. */
export interface FunctioningTest {
  readonly statistic: number;
  readonly df1: number;
  readonly df2: number | null;
  readonly p: number;
}

export interface Fitted {
  readonly data: OrdinalCells;
  readonly fit: ProportionalOdds;
}

export interface Tests {
  readonly uniform: FunctioningTest;
  readonly nonUniform: FunctioningTest;
  readonly total: FunctioningTest;
  /** Of the model with the groups, without their product with the score. */
  readonly covariance: Float64Array;
}

export const range = (from: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => from + index);

/** Likelihood-ratio tests of the three models: people are independent. */
export function ratioTests(score: Fitted, groups: Fitted, crossed: Fitted): Tests {
  const others = groups.data.predictors - 1;
  return {
    uniform: ratioTest(groups.fit, score.fit, others),
    nonUniform: ratioTest(crossed.fit, groups.fit, others),
    total: ratioTest(crossed.fit, score.fit, 2 * others),
    covariance: groups.fit.covariance,
  };
}

function ratioTest(larger: ProportionalOdds, smaller: ProportionalOdds, df: number): FunctioningTest {
  const statistic = Math.max(0, 2 * (larger.logLikelihood - smaller.logLikelihood));
  return { statistic, df1: df, df2: null, p: chiSquareUpperTail(statistic, df) };
}

/** Each unit's summed scores, unit by unit; somebody without a unit is a unit of one. */
function unitScores({ data, fit }: Fitted, cellOf: Int32Array, answers: Int32Array, units: Int32Array): Float64Array {
  const size = fit.parameters.length;
  const places = new Map<number, number>();
  const unitOf = units.map((unit, person) => {
    const key = unit < 0 ? -1 - person : unit;
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, places.size);
    return places.size - 1;
  });
  const scores = new Float64Array(places.size * size);
  const known = new Map<number, Float64Array>();
  cellOf.forEach((cell, person) => {
    const answer = answers[person] as number;
    const key = cell * data.categories + answer;
    let one = known.get(key);
    if (one === undefined) {
      one = new Float64Array(size);
      ordinalScore(data, fit.parameters, cell, answer, one);
      known.set(key, one);
    }
    const at = (unitOf[person] as number) * size;
    for (let k = 0; k < size; k += 1) scores[at + k] = (scores[at + k] as number) + (one[k] as number);
  });
  return scores;
}

function waldTest(
  parameters: Float64Array,
  covariance: Float64Array,
  places: readonly number[],
  units: number,
): FunctioningTest | null {
  const wald = waldStatistic(parameters, covariance, places);
  if (wald === null) return null;
  const [df1, df2] = [places.length, units - 1];
  return { statistic: wald / df1, df1, df2, p: fUpperTail(wald / df1, df1, df2) };
}

/** Wald tests with units as clusters. `cellOf`, `answers`, `units`: person by person. */
export function clusteredTests(
  groups: Fitted,
  crossed: Fitted,
  cellOf: Int32Array,
  answers: Int32Array,
  units: Int32Array,
): Figure<Tests> {
  const others = groups.data.predictors - 1;
  const first = groups.data.categories;
  const covarianceOf = (fitted: Fitted) => {
    const scores = unitScores(fitted, cellOf, answers, units);
    const size = fitted.fit.parameters.length;
    return { matrix: clusterCovariance(fitted.fit.covariance, size, scores), units: scores.length / size };
  };
  const [small, large] = [covarianceOf(groups), covarianceOf(crossed)];
  if (small.units < MINIMUM_CLUSTERS) return notDefined('tooFewUnits');
  const uniform = waldTest(groups.fit.parameters, small.matrix, range(first, others), small.units);
  const nonUniform = waldTest(crossed.fit.parameters, large.matrix, range(first + others, others), large.units);
  const total = waldTest(crossed.fit.parameters, large.matrix, range(first, 2 * others), large.units);
  if (uniform === null || nonUniform === null || total === null) return notDefined('tooFewUnits');
  return { value: { uniform, nonUniform, total, covariance: small.matrix } };
}
