import { chiSquareUpperTail } from '../distributions/chi-square.ts';
import { fUpperTail } from '../distributions/f-distribution.ts';
import { defined, notDefined } from '../figure.ts';
import type { Figure } from '../figure.ts';
import { MINIMUM_CLUSTERS } from '../mean-interval.ts';
import type { UnitIndex } from '../unit-index.ts';
import { matchedCells } from './matched-cells.ts';
import type { MatchedCells, MatchedPeople, Terms } from './matched-cells.ts';
import { ordinalScore, proportionalOdds } from './proportional-odds.ts';
import type { OrdinalCells, ProportionalOdds } from './proportional-odds.ts';
import { clusterCovariance, waldStatistic } from './sandwich.ts';

/** A test of one kind of difference; `df2` only where units are clusters (F), else chi-square. */
export interface FunctioningTest {
  readonly statistic: number;
  readonly df1: number;
  readonly df2: number | null;
  readonly p: number;
}

/** How differently one item works between groups, at the same score on its scale. */
export interface ItemFunctioning {
  readonly n: number;
  /** Everyone in a group answers higher or lower. */
  readonly uniform: FunctioningTest;
  /** The item goes along with the scale more in one group than in another. */
  readonly nonUniform: FunctioningTest;
  /** Either. */
  readonly total: FunctioningTest;
  /** Per group but the first: log odds of a higher answer beside the first group, at the same score. */
  readonly logOdds: readonly { readonly value: number; readonly standardError: number }[];
  /** How much the groups add to Nagelkerke's R² of the score alone. */
  readonly rSquaredChange: number;
}

interface Fitted {
  readonly data: OrdinalCells;
  readonly fit: ProportionalOdds;
}

/** R² of Nagelkerke (1991), Biometrika 78:691. */
function nagelkerke(logLikelihood: number, without: number, n: number): number {
  return -Math.expm1((-2 / n) * (logLikelihood - without)) / -Math.expm1((2 / n) * without);
}

/** The log likelihood of the answers when nothing is known about anybody. */
function logLikelihoodWithout({ counts, categories }: OrdinalCells, n: number): number {
  const totals = new Float64Array(categories);
  counts.forEach((count, place) => {
    totals[place % categories] = (totals[place % categories] as number) + count;
  });
  return totals.reduce((sum, total) => sum + total * Math.log(total / n), 0);
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

function ratioTest(larger: ProportionalOdds, smaller: ProportionalOdds, df: number): FunctioningTest {
  const statistic = Math.max(0, 2 * (larger.logLikelihood - smaller.logLikelihood));
  return { statistic, df1: df, df2: null, p: chiSquareUpperTail(statistic, df) };
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

interface Tests {
  readonly uniform: FunctioningTest;
  readonly nonUniform: FunctioningTest;
  readonly total: FunctioningTest;
  /** Of the model with the groups, without their product with the score. */
  readonly covariance: Float64Array;
}

const range = (from: number, count: number): number[] => Array.from({ length: count }, (_, index) => from + index);

function clusteredTests(
  groups: Fitted,
  crossed: Fitted,
  cells: MatchedCells,
  answers: Int32Array,
  units: Int32Array,
): Figure<Tests> {
  const others = groups.data.predictors - 1;
  const first = groups.data.categories;
  const covarianceOf = (fitted: Fitted) => {
    const scores = unitScores(fitted, cells.cellOf, answers, units);
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

/**
 * Whether an item works differently between groups (differential item functioning): three cumulative logit models, of
 * the scale score; and the groups; and their product.
 *
 * `answers`: each person's answer as a number from 0. `units`: where people of one unit are alike, tests are Wald tests
 * with the units as clusters, against F with (number of terms, units − 1) degrees of freedom; null: likelihood-ratio
 * tests. Answers that nobody gave are left out of the model. Matching on the scale score, the item itself included,
 * keeps a true difference between groups apart from a difference in the item. Undefined: everybody answered the same;
 * answers foretold without doubt (`separation`: the item is a copy of the scale); too few units for the terms.
 * Source: Zumbo (1999), A Handbook on the Theory and Methods of Differential Item Functioning; clusters as in
 * {@link clusterCovariance}.
 */
export function itemFunctioning(
  people: MatchedPeople,
  answers: Int32Array,
  units: UnitIndex | null,
): Figure<ItemFunctioning> {
  const n = answers.length;
  const found = [...new Set(answers)].sort((a, b) => a - b);
  if (found.length < 2) return notDefined(n === 0 ? 'noAnswers' : 'noVariance');
  const numbers = new Map(found.map((answer, place) => [answer, place]));
  const numbered = answers.map((answer) => numbers.get(answer) as number);
  const cells = matchedCells(people, numbered, found.length);
  const fitOf = (terms: Terms): Figure<Fitted> => {
    const data = cells.dataFor(terms);
    const fit = proportionalOdds(data);
    return fit.value === null ? fit : { value: { data, fit: fit.value } };
  };
  const [score, groups, crossed] = [fitOf('score'), fitOf('groups'), fitOf('groupsByScore')];
  if (score.value === null) return score;
  if (groups.value === null) return groups;
  if (crossed.value === null) return crossed;
  const others = people.groups - 1;
  const tests: Figure<Tests> =
    units === null
      ? {
          value: {
            uniform: ratioTest(groups.value.fit, score.value.fit, others),
            nonUniform: ratioTest(crossed.value.fit, groups.value.fit, others),
            total: ratioTest(crossed.value.fit, score.value.fit, 2 * others),
            covariance: groups.value.fit.covariance,
          },
        }
      : clusteredTests(groups.value, crossed.value, cells, numbered, units.unit);
  if (tests.value === null) return tests;
  const { covariance, ...three } = tests.value;
  const { parameters } = groups.value.fit;
  const without = logLikelihoodWithout(score.value.data, n);
  const rSquaredOf = ({ fit }: Fitted): number => nagelkerke(fit.logLikelihood, without, n);
  const logOdds = range(found.length, others).map((place) => ({
    value: parameters[place] as number,
    standardError: Math.sqrt(covariance[place * parameters.length + place] as number),
  }));
  const rSquaredChange = rSquaredOf(crossed.value) - rSquaredOf(score.value);
  defined([rSquaredChange, ...logOdds.map(({ standardError }) => standardError)]);
  return { value: { n, ...three, logOdds, rSquaredChange } };
}
