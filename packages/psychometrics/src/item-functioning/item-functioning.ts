import { defined, notDefined } from '../figure.ts';
import type { Figure } from '../figure.ts';
import type { UnitIndex } from '../unit-index.ts';
import { clusteredTests, range, ratioTests } from './functioning-tests.ts';
import type { Fitted, FunctioningTest, Tests } from './functioning-tests.ts';
import { matchedCells } from './matched-cells.ts';
import type { MatchedPeople, Terms } from './matched-cells.ts';
import { proportionalOdds } from './proportional-odds.ts';
import type { OrdinalCells } from './proportional-odds.ts';

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
 * `sandwich.ts`.
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
      ? { value: ratioTests(score.value, groups.value, crossed.value) }
      : clusteredTests(groups.value, crossed.value, cells.cellOf, numbered, units.unit);
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
