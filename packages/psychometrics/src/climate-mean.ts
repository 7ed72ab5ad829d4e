import { studentTQuantile } from './distributions/student-t.ts';
import type { ValueRange } from './distributions/truncated-normal.ts';
import { defined } from './figure.ts';
import type { Figure } from './figure.ts';
import { MINIMUM_CLUSTERS } from './mean-interval.ts';
import type { MeanEstimate } from './mean-interval.ts';
import { sumOfMeans } from './sum-of-means.ts';
import type { UnitSums } from './unit-index.ts';
import { betweenPosterior, medianBetween } from './unit-shrinkage.ts';

/**
 * The mean over people as an estimate of the climate, "would it be the same with other people in other such units?":
 * units are clusters, and few of them don't make it too sure.
 *
 * Under the random intercept model the mean over people has variance Σ w² (τ + σ²/n), w the unit's share of the people.
 * τ is the median of {@link betweenPosterior}; what it misses is corrected by how far the units really lie apart,
 * Q / (G − 1) with Q = Σ (mean − μ)² / (τ + σ²/n), and t has G − 1 degrees of freedom: the adjustment of Hartung &
 * Knapp (2001, Statistics in Medicine 20:1771). With units of one size that is the exact t interval over unit means.
 * Never surer than Σ w² σ²/n, which is what it would be if all units were alike.
 * Holds its level from five units, where linearisation (`clusteredMean`) doesn't when units differ in size.
 *
 * `withinVariance`: σ², of one person within a unit, above 0. Undefined under five units with answers.
 * `betweenShare`: for a part in which several units are seen together only, the share of τ that is left in its mean,
 * Σ (people of a unit / people of the part)²; 1 for a unit by itself, which is also what is taken without it. Then τ
 * comes from the units by themselves; with fewer than five of those every part counts as one unit, which errs to width.
 * `ranges`: of a unit of which only a range is told, that range. Its mean is then what is likely of it (`sumOfMeans`): Q
 * takes what is to be expected of it, and the doubt about what it is adds to the variance, as between imputations (Rubin
 * 1987, Multiple Imputation, ch. 3).
 */
export function climateMean(
  sums: Pick<UnitSums, 'n' | 'means'> & { readonly betweenShare?: Float64Array } & {
    readonly ranges?: readonly (ValueRange | null)[];
  },
  withinVariance: number,
  confidence = 0.95,
): Figure<MeanEstimate> {
  const present = Array.from(sums.n.keys()).filter((unit) => (sums.n[unit] as number) > 0);
  const sizes = present.map((unit) => sums.n[unit] as number);
  const means = present.map((unit) => sums.means[unit] as number);
  const variances = sizes.map((size) => withinVariance / size);
  const given = present.map((unit) => sums.betweenShare?.[unit] ?? 1);
  const isKnown = given.filter((share) => share === 1).length >= MINIMUM_CLUSTERS;
  const shares = isKnown ? given : given.map(() => 1);
  const ranges = present.map((unit) => sums.ranges?.[unit] ?? null);
  const alone = shares.flatMap((share, at) => (share === 1 ? [at] : []));
  const posterior = betweenPosterior(
    alone.map((at) => means[at] as number),
    alone.map((at) => variances[at] as number),
    alone.map((at) => ranges[at] ?? null),
  );
  if (posterior.value === null) return posterior;
  const median = medianBetween(posterior.value);
  const varianceOf = (at: number): number => (shares[at] as number) * median + (variances[at] as number);
  const people = sizes.reduce((sum, size) => sum + size, 0);
  const likely = sumOfMeans(
    posterior.value,
    present.map((_, at) => ({
      weight: (sizes[at] as number) / people,
      mean: means[at] as number,
      variance: variances[at] as number,
      betweenShare: shares[at] as number,
      range: ranges[at] ?? null,
    })),
  );
  const precisions = variances.map((_, at) => 1 / varianceOf(at));
  const precision = precisions.reduce((sum, one) => sum + one, 0);
  const grandMean = likely.parts.reduce((sum, { mean }, at) => sum + (precisions[at] as number) * mean, 0) / precision;
  const squares = likely.parts.reduce(
    (sum, { mean, variance }, at) => sum + (precisions[at] as number) * ((mean - grandMean) ** 2 + variance),
    0,
  );
  const sumOver = (variance: (at: number) => number) =>
    sizes.reduce((sum, size, at) => sum + (size / people) ** 2 * variance(at), 0);
  const degreesOfFreedom = present.length - 1;
  const apart = (sumOver(varianceOf) * squares) / degreesOfFreedom;
  const ofPeople = sumOver((at) => variances[at] as number);
  const standardError = Math.sqrt(Math.max(apart, ofPeople) + likely.variance);
  const { mean } = likely;
  const reach = studentTQuantile(0.5 + confidence / 2, degreesOfFreedom) * standardError;
  defined([mean, reach]);
  return { value: { mean, standardError, degreesOfFreedom, interval: [mean - reach, mean + reach] } };
}
