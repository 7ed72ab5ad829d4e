import { defined, notDefined } from './figure.ts';
import type { Figure } from './figure.ts';
import type { UnitSums } from './unit-index.ts';

/** score = grand mean + unit + person: the random intercept model, and what it makes of each unit. */
export interface RandomInterceptModel {
  readonly grandMean: number;
  readonly grandMeanStandardError: number;
  /** Variance between units, and within. */
  readonly betweenVariance: number;
  readonly withinVariance: number;
  /** Per unit: its mean drawn towards the grand mean, the more so the fewer answers. No answers: the grand mean. */
  readonly shrunkMeans: Float64Array;
  /** Per unit: the standard deviation of its true mean, given the answers, the grand mean and the two variances. */
  readonly conditionalSds: Float64Array;
  /** The same with the uncertainty of the grand mean in it: use this one for an interval or a chance. */
  readonly standardErrors: Float64Array;
}

interface Profile {
  /** −2 × the restricted log likelihood, without its constant. */
  readonly criterion: number;
  /** Its derivative to `ratio`. */
  readonly slope: number;
  readonly grandMean: number;
  /** The variance of the grand mean is `withinVariance` divided by this. */
  readonly weights: number;
  readonly withinVariance: number;
}

/** Units of one size, which weigh alike: thousands of units have some tens of sizes. */
interface SizeClass {
  readonly size: number;
  readonly units: number;
  /** The mean of their means, and the sum of squares about it. */
  readonly mean: number;
  readonly squares: number;
}

interface Data {
  readonly classes: readonly SizeClass[];
  readonly within: number;
  readonly people: number;
}

function sizeClasses(sizes: readonly number[], means: readonly number[]): SizeClass[] {
  const bySize = Map.groupBy(means.keys(), (unit) => sizes[unit] as number);
  return Array.from(bySize, ([size, units]) => {
    const mean = units.reduce((sum, unit) => sum + (means[unit] as number), 0) / units.length;
    const squares = units.reduce((sum, unit) => sum + ((means[unit] as number) - mean) ** 2, 0);
    return { size, units: units.length, mean, squares };
  });
}

/** Everything but the ratio of the two variances has a closed form: the profile likelihood. */
function profileAt({ classes, within, people }: Data, ratio: number): Profile {
  let weights = 0;
  let weighted = 0;
  let logarithms = 0;
  let squaredWeights = 0;
  for (const { size, units, mean } of classes) {
    const weight = size / (1 + size * ratio);
    weights += units * weight;
    weighted += units * weight * mean;
    logarithms += units * Math.log1p(size * ratio);
    squaredWeights += units * weight * weight;
  }
  const grandMean = weighted / weights;
  let between = 0;
  let betweenSlope = 0;
  for (const { size, units, mean, squares } of classes) {
    const weight = size / (1 + size * ratio);
    const aboutGrandMean = squares + units * (mean - grandMean) ** 2;
    between += weight * aboutGrandMean;
    betweenSlope -= weight * weight * aboutGrandMean;
  }
  const total = within + between;
  const df = people - 1;
  return {
    criterion: df * Math.log(total / df) + logarithms + Math.log(weights),
    slope: (df * betweenSlope) / total + weights - squaredWeights / weights,
    grandMean,
    weights,
    withinVariance: total / df,
  };
}

/** The ratio with the lowest criterion: a coarse grid finds the valley, bisection on the slope its bottom. */
function bestRatio(data: Data): number {
  const grid = [0];
  for (let exponent = -12; exponent <= 12; exponent += 0.25) grid.push(10 ** exponent);
  let best = 0;
  let lowest = Number.POSITIVE_INFINITY;
  grid.forEach((ratio, index) => {
    const { criterion } = profileAt(data, ratio);
    if (criterion < lowest) {
      lowest = criterion;
      best = index;
    }
  });
  let low = grid[Math.max(0, best - 1)] as number;
  let high = grid[Math.min(grid.length - 1, best + 1)] as number;
  if (low === 0 && profileAt(data, 0).slope >= 0) return 0;
  for (let step = 0; step < 200 && high - low > 1e-15 * high; step += 1) {
    const middle = (low + high) / 2;
    if (profileAt(data, middle).slope > 0) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}

/**
 * The random intercept model by restricted maximum likelihood (REML), with the empirical Bayes mean of every unit.
 *
 * Shrunk mean = grand mean + λ (mean − grand mean), λ = τ / (τ + σ²/n): best on average over many units, and fairer
 * to a small unit than its own mean, which chance throws about more. The conditional sd takes the variances and the
 * grand mean as known, the standard error only the variances: both are a little too small with few units. τ may come out 0: then every unit gets the grand
 * mean. Assumes normal units and one variance within. Equals lme4's `lmer(y ~ 1 + (1 | unit))`, `coef`, `postVar`.
 * Undefined: fewer than two units, no unit with two people, or nobody differs within any unit.
 * Source: Raudenbush & Bryk (2002), Hierarchical Linear Models, ch. 3.
 */
export function randomInterceptModel(sums: UnitSums): Figure<RandomInterceptModel> {
  const present = Array.from(sums.n.keys()).filter((unit) => (sums.n[unit] as number) > 0);
  const sizes = present.map((unit) => sums.n[unit] as number);
  const means = present.map((unit) => sums.means[unit] as number);
  const people = sizes.reduce((sum, size) => sum + size, 0);
  const within = sums.withinSquares.reduce((sum, square) => sum + square, 0);
  if (present.length < 2) return notDefined(present.length === 0 ? 'noUnits' : 'tooFewUnits');
  if (people === present.length) return notDefined('noReplication');
  if (!(within > 0)) return notDefined('noVariance');
  const data: Data = { classes: sizeClasses(sizes, means), within, people };
  const ratio = bestRatio(data);
  const { grandMean, weights, withinVariance } = profileAt(data, ratio);
  const grandMeanVariance = withinVariance / weights;
  const shrunkMeans = new Float64Array(sums.n.length).fill(grandMean);
  const conditionalSds = new Float64Array(sums.n.length);
  const standardErrors = new Float64Array(sums.n.length);
  sums.n.forEach((size, unit) => {
    const share = (size * ratio) / (1 + size * ratio);
    if (size > 0) shrunkMeans[unit] = grandMean + share * ((sums.means[unit] as number) - grandMean);
    const conditionalVariance = (withinVariance * ratio) / (1 + size * ratio);
    conditionalSds[unit] = Math.sqrt(conditionalVariance);
    standardErrors[unit] = Math.sqrt(conditionalVariance + (1 - share) ** 2 * grandMeanVariance);
  });
  defined([grandMean, withinVariance]);
  return {
    value: {
      grandMean,
      grandMeanStandardError: Math.sqrt(grandMeanVariance),
      betweenVariance: ratio * withinVariance,
      withinVariance,
      shrunkMeans,
      conditionalSds,
      standardErrors,
    },
  };
}
