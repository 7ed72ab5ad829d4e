import { betaKernel } from '../distributions/incomplete-beta.ts';
import { studentTQuantile, studentTUpperTail } from '../distributions/student-t.ts';
import { defined, notDefined } from '../figure.ts';
import type { Figure, Interval } from '../figure.ts';
import { numberStatistics } from '../item-statistics.ts';

/** A test of a difference in means. A difference that doesn't vary at all has no t and no p. */
interface DifferenceTest {
  readonly standardError: number;
  readonly t: Figure;
  readonly df: Figure;
  /** Two-sided. */
  readonly p: Figure;
  /** 95 %. */
  readonly interval: Figure<Interval>;
}

export interface PairedDifference extends DifferenceTest {
  readonly n: number;
  /** Second minus first, of the same person. */
  readonly meanDifference: number;
  readonly sd: number;
  /** Cohen's d_z: the mean difference in standard deviations of the differences. */
  readonly dz: Figure;
}

export interface UnpairedDifference extends DifferenceTest {
  readonly n: readonly [first: number, second: number];
  /** Second minus first. */
  readonly difference: number;
  /** In pooled standard deviations, corrected for small samples. */
  readonly hedgesG: Figure;
}

const UPPER = 0.975;

function testOf(difference: number, standardError: number, df: number): DifferenceTest {
  if (!(standardError > 0)) {
    const none = notDefined('noVariance');
    return { standardError: 0, t: none, df: none, p: none, interval: none };
  }
  const t = difference / standardError;
  const reach = studentTQuantile(UPPER, df) * standardError;
  return {
    standardError,
    t: defined(t),
    df: defined(df),
    p: defined(2 * studentTUpperTail(Math.abs(t), df)),
    interval: defined<Interval>([difference - reach, difference + reach]),
  };
}

/**
 * The mean difference within people, with the paired t test: R's `t.test(second, first, paired = TRUE)`.
 *
 * Two arrays of equal length, element for element the same person, NaN = missing; only complete pairs count. Everybody
 * changing exactly as much has a mean difference, but no test, interval or d_z (`noVariance`). Undefined under two
 * pairs. Assumes people independent: of people in alike units the interval is too narrow. d_z: Lakens (2013),
 * Frontiers in Psychology 4:863.
 */
export function pairedDifference(first: Float64Array, second: Float64Array): Figure<PairedDifference> {
  const { n, mean, sd } = numberStatistics(second.map((value, person) => value - (first[person] as number)));
  if (mean.value === null || sd.value === null) return notDefined('tooFewPairs');
  const test = testOf(mean.value, sd.value / Math.sqrt(n), n - 1);
  const dz = sd.value > 0 ? defined(mean.value / sd.value) : notDefined('noVariance');
  return { value: { n, meanDifference: mean.value, sd: sd.value, dz, ...test } };
}

/**
 * Hedges' exact correction J = Γ(m/2) / (√(m/2) Γ((m − 1)/2)) for m ≥ 2 degrees of freedom, by way of the beta
 * function, so that it keeps its digits for large m. Source: Hedges (1981), Journal of Educational Statistics 6:107.
 */
export function hedgesCorrection(df: number): number {
  const a = (df - 1) / 2;
  const b = 0.5;
  const logPower = a * Math.log1p(-b / (a + b)) + b * Math.log(b / (a + b));
  const reciprocalBeta = betaKernel(a / (a + b), b / (a + b), a, b) / Math.exp(logPower);
  return (Math.sqrt(Math.PI) * reciprocalBeta) / Math.sqrt(df / 2);
}

/**
 * The difference between the means of two groups of different people, with Welch's test (variances may differ) and
 * Hedges' g (pooled standard deviation, exact correction): R's `t.test(second, first)`, effectsize's `hedges_g`.
 *
 * NaN = missing. Two groups in which nobody differs have a difference, but no test, interval or g (`noVariance`).
 * Undefined when a group has fewer than two answers. Assumes people independent, and two different sets of people:
 * with the same people in both, pair them. Source: Welch (1947), Biometrika 34:28.
 */
export function unpairedDifference(first: Float64Array, second: Float64Array): Figure<UnpairedDifference> {
  const [one, two] = [numberStatistics(first), numberStatistics(second)];
  if (one.n === 0 || two.n === 0) return notDefined('noAnswers');
  if (one.mean.value === null || two.mean.value === null || one.sd.value === null || two.sd.value === null)
    return notDefined('tooFewAnswers');
  const difference = two.mean.value - one.mean.value;
  const [own, other] = [one.sd.value ** 2 / one.n, two.sd.value ** 2 / two.n];
  const df = (own + other) ** 2 / (own ** 2 / (one.n - 1) + other ** 2 / (two.n - 1));
  const pooledDf = one.n + two.n - 2;
  const pooledSd = Math.sqrt(((one.n - 1) * one.sd.value ** 2 + (two.n - 1) * two.sd.value ** 2) / pooledDf);
  const hedgesG =
    pooledSd > 0 ? defined((difference / pooledSd) * hedgesCorrection(pooledDf)) : notDefined('noVariance');
  const test = testOf(difference, Math.sqrt(own + other), df);
  return { value: { n: [one.n, two.n], difference, hedgesG, ...test } };
}
