import { studentTQuantile } from '../distributions/student-t.ts';
import { defined, notDefined } from '../figure.ts';
import type { Figure, Interval } from '../figure.ts';
import { MINIMUM_CLUSTERS } from '../mean-interval.ts';
import type { MeanEstimate } from '../mean-interval.ts';
import type { UnitSums } from '../unit-index.ts';

/**
 * The mean of a finite population of which some units were drawn, and within them everyone or some: with the
 * finite-population correction at both stages.
 *
 * `sums`: of the drawn units. `populationUnits`: how many units there are, at least as many as were drawn. `heads`:
 * people per drawn unit, at least as many as answered; null: everyone in a drawn unit answered. An answer counts for
 * (N / n)(M / m) people; variance = that of the units' weighted deviations from the mean between units, plus n / N times
 * that within them; t with n − 1 degrees of freedom. Equals survey's `svydesign(id = ~unit, fpc = ~N)` and
 * `svydesign(id = ~unit + person, fpc = ~N + M)`. Don't use it when every unit took part: see `finitePopulationMean`.
 * Undefined: nobody answered, fewer than {@link MINIMUM_CLUSTERS} units, one answer from a larger unit (`unitOfOne`).
 * Source: Cochran (1977), Sampling Techniques, ch. 9A and 11.
 * @throws RangeError when a unit has more answers than heads, or more units were drawn than there are.
 */
export function clusterSampleMean(
  sums: UnitSums,
  populationUnits: number,
  heads: Float64Array | null,
  confidence = 0.95,
): Figure<MeanEstimate> {
  const drawn = Array.from(sums.n.keys()).filter((unit) => (sums.n[unit] as number) > 0);
  if (drawn.length === 0) return notDefined('noAnswers');
  if (drawn.length < MINIMUM_CLUSTERS) return notDefined('tooFewUnits');
  if (drawn.length > populationUnits) throw new RangeError(`${drawn.length} units drawn from ${populationUnits}.`);
  const headsOf = (unit: number): number => (heads === null ? (sums.n[unit] as number) : (heads[unit] as number));
  let people = 0;
  let total = 0;
  for (const unit of drawn) {
    const all = headsOf(unit);
    if (!(all >= (sums.n[unit] as number))) throw new RangeError(`Unit ${unit} has more answers than heads.`);
    if (sums.n[unit] === 1 && all > 1) return notDefined('unitOfOne');
    people += all;
    total += all * (sums.means[unit] as number);
  }
  const mean = total / people;
  const sampled = drawn.length / populationUnits;
  let between = 0;
  let within = 0;
  for (const unit of drawn) {
    const n = sums.n[unit] as number;
    const all = headsOf(unit);
    between += (all * ((sums.means[unit] as number) - mean)) ** 2;
    if (n < all) within += (all * (all - n) * (sums.withinSquares[unit] as number)) / (n - 1) / n;
  }
  const count = drawn.length;
  const variance = ((count / (count - 1)) * (1 - sampled) * between + sampled * within) / people ** 2;
  const standardError = Math.sqrt(variance);
  const degreesOfFreedom = count - 1;
  const reach = studentTQuantile(0.5 + confidence / 2, degreesOfFreedom) * standardError;
  const interval: Interval = [mean - reach, mean + reach];
  defined(interval);
  return { value: { mean, standardError, degreesOfFreedom, interval } };
}
