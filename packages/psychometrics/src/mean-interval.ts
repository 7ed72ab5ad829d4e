import { studentTQuantile } from './distributions/student-t.ts';
import { defined, notDefined } from './figure.ts';
import type { Figure, Interval } from './figure.ts';
import type { UnitSums } from './unit-index.ts';

/** A mean with its standard error and t interval. */
export interface MeanEstimate {
  readonly mean: number;
  readonly standardError: number;
  readonly degreesOfFreedom: number;
  readonly interval: Interval;
}

/** With fewer units than this, a standard error from differences between units is too uncertain to show. */
export const MINIMUM_CLUSTERS = 5;

/** Very many units have few different sizes: the quantiles that were last needed are kept. */
const knownReaches = new Map<string, number>();
const MOST_KNOWN = 4096;

/** How many standard errors an interval reaches to either side. */
function reachInErrors(confidence: number, degreesOfFreedom: number): number {
  const key = `${confidence} ${degreesOfFreedom}`;
  const known = knownReaches.get(key);
  if (known !== undefined) return known;
  if (knownReaches.size >= MOST_KNOWN) knownReaches.clear();
  const reach = studentTQuantile(0.5 + confidence / 2, degreesOfFreedom);
  knownReaches.set(key, reach);
  return reach;
}

function estimate(mean: number, variance: number, degreesOfFreedom: number, confidence: number): Figure<MeanEstimate> {
  const standardError = Math.sqrt(Math.max(0, variance));
  const reach = reachInErrors(confidence, degreesOfFreedom) * standardError;
  const interval: Interval = [mean - reach, mean + reach];
  defined(interval);
  return { value: { mean, standardError, degreesOfFreedom, interval } };
}

/**
 * The t interval of a mean over people who answered independently: mean ± t(n − 1) · sd / √n.
 *
 * `n` people, their `mean` and sum of squared deviations from it. Don't use it for people from several units
 * (too narrow: see {@link clusteredMean}). Undefined under two people; everybody alike gives an interval of width 0.
 */
export function independentMean(n: number, mean: number, squares: number, confidence = 0.95): Figure<MeanEstimate> {
  if (n < 2) return notDefined(n === 0 ? 'noAnswers' : 'tooFewAnswers');
  return estimate(mean, squares / (n - 1) / n, n - 1, confidence);
}

/**
 * The mean over people with an interval that allows for people of one unit being alike: about the climate, of which
 * these units are a sample.
 *
 * Ultimate cluster linearisation, units drawn with replacement: variance = G/(G − 1) · Σ (Σ deviations in unit)² / n²,
 * t with G − 1 degrees of freedom. Equals survey's `svymean` with `ids = ~unit`. Undefined under
 * {@link MINIMUM_CLUSTERS} units. Source: Kish & Frankel (1974); Lumley (2010), Complex Surveys.
 */
export function clusteredMean({ n, means }: UnitSums, confidence = 0.95): Figure<MeanEstimate> {
  let people = 0;
  let groups = 0;
  let sum = 0;
  n.forEach((size, unit) => {
    if (size === 0) return;
    groups += 1;
    people += size;
    sum += size * (means[unit] as number);
  });
  if (groups === 0) return notDefined('noAnswers');
  if (groups < MINIMUM_CLUSTERS) return notDefined('tooFewUnits');
  const mean = sum / people;
  let squares = 0;
  n.forEach((size, unit) => {
    squares += (size * ((means[unit] as number) - mean)) ** 2;
  });
  const variance = ((groups / (groups - 1)) * squares) / people ** 2;
  return estimate(mean, variance, groups - 1, confidence);
}

/**
 * The mean of everyone who works here now, answered or not: units as strata, each answer counting for
 * N / n people of its unit, with the finite-population correction.
 *
 * `population`: heads per unit, N ≥ n. Within a unit those who answered are taken for a random part of it.
 * Variance = Σ (N_g / N)² (1 − n_g / N_g) s²_g / n_g; t with n − G degrees of freedom; where everyone answered the
 * interval has width 0. Equals survey's `svydesign(strata = ~unit, fpc = ~N)`. Not about the climate, nor about
 * next year: see {@link clusteredMean}. Units with a population but no answers are left out, so it speaks for the
 * units that answered. Undefined: nobody answered (`noAnswers`), one answer from a larger unit (`unitOfOne`).
 * Source: Cochran (1977), Sampling Techniques, ch. 5.
 * @throws RangeError when a unit has more answers than heads.
 */
export function finitePopulationMean(
  sums: UnitSums,
  population: Float64Array,
  confidence = 0.95,
): Figure<MeanEstimate> {
  let people = 0;
  let heads = 0;
  let total = 0;
  let strata = 0;
  let variance = 0;
  let hasUnitOfOne = false;
  sums.n.forEach((size, unit) => {
    if (size === 0) return;
    const all = population[unit] as number;
    if (!(all >= size)) throw new RangeError(`Unit ${unit} has ${size} answers and ${all} heads.`);
    strata += 1;
    people += size;
    heads += all;
    total += all * (sums.means[unit] as number);
    if (size === all) return;
    if (size === 1) hasUnitOfOne = true;
    else variance += (all * (all - size) * (sums.withinSquares[unit] as number)) / (size - 1) / size;
  });
  if (people === 0) return notDefined('noAnswers');
  if (hasUnitOfOne) return notDefined('unitOfOne');
  const mean = total / heads;
  if (heads === people) {
    return { value: { mean, standardError: 0, degreesOfFreedom: people - strata, interval: [mean, mean] } };
  }
  return estimate(mean, variance / heads ** 2, people - strata, confidence);
}
