import { notDefined } from '../figure.ts';
import type { Figure } from '../figure.ts';
import { choleskyFactor, choleskyInverse, choleskySolve } from '../linear-algebra/cholesky.ts';

/** People with the same values of the predictors, counted by their answer. */
export interface OrdinalCells {
  readonly cells: number;
  /** Answers that occur, from low to high; at least two. */
  readonly categories: number;
  readonly predictors: number;
  /** Per cell its predictors, row by row. */
  readonly x: Float64Array;
  /** Per cell how many gave each answer, row by row. */
  readonly counts: Float64Array;
}

/** logit P(answer ≤ k) = threshold k − Σ slope · predictor. */
export interface ProportionalOdds {
  /** The thresholds (one fewer than the categories), then the slopes. */
  readonly parameters: Float64Array;
  readonly logLikelihood: number;
  /** The inverse of the observed information. */
  readonly covariance: Float64Array;
}

const MOST_STEPS = 100;
/** A Newton step that promises less than this in log likelihood: the top. */
const DECREMENT = 1e-18;
/** Differences of the log likelihood below this share of it are rounding: a step isn't refused for them. */
const ROUNDING = 1e-13;
/** Odds beyond e^30 between two people: somebody's answers are foretold without doubt. */
const SEPARATED = 30;

const logistic = (z: number): number => (z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z)));

/** P(b < Z ≤ a) and the densities and their slopes at both ends, without cancellation in either tail. */
function between(b: number, a: number) {
  const [upper, lower] = [logistic(a), logistic(b)];
  const p = b > 0 ? logistic(-b) - logistic(-a) : upper - lower;
  const [fa, fb] = [upper * logistic(-a), lower * logistic(-b)];
  return { p, fa, fb, slopeA: fa * (1 - 2 * upper), slopeB: fb * (1 - 2 * lower) };
}

function linear({ predictors, x }: OrdinalCells, cell: number, parameters: Float64Array, thresholds: number): number {
  let sum = 0;
  for (let k = 0; k < predictors; k += 1) {
    sum += (x[cell * predictors + k] as number) * (parameters[thresholds + k] as number);
  }
  return sum;
}

function bounds(
  parameters: Float64Array,
  thresholds: number,
  category: number,
  eta: number,
): readonly [number, number] {
  const b = category === 0 ? Number.NEGATIVE_INFINITY : (parameters[category - 1] as number) - eta;
  const a = category === thresholds ? Number.POSITIVE_INFINITY : (parameters[category] as number) - eta;
  return [b, a];
}

/** −∞ where thresholds aren't in order. */
function logLikelihoodAt(data: OrdinalCells, parameters: Float64Array): number {
  const thresholds = data.categories - 1;
  for (let k = 1; k < thresholds; k += 1) {
    if (!((parameters[k] as number) > (parameters[k - 1] as number))) return Number.NEGATIVE_INFINITY;
  }
  let sum = 0;
  for (let cell = 0; cell < data.cells; cell += 1) {
    const eta = linear(data, cell, parameters, thresholds);
    for (let category = 0; category < data.categories; category += 1) {
      const count = data.counts[cell * data.categories + category] as number;
      if (count > 0) sum += count * Math.log(between(...bounds(parameters, thresholds, category, eta)).p);
    }
  }
  return sum;
}

/**
 * The derivative of one answer's log likelihood to all parameters. `into` is overwritten.
 * For sums over people of one unit: the meat of a sandwich.
 */
export function ordinalScore(
  data: OrdinalCells,
  parameters: Float64Array,
  cell: number,
  category: number,
  into: Float64Array,
): void {
  const thresholds = data.categories - 1;
  const { p, fa, fb } = between(
    ...bounds(parameters, thresholds, category, linear(data, cell, parameters, thresholds)),
  );
  into.fill(0);
  if (category < thresholds) into[category] = fa / p;
  if (category > 0) into[category - 1] = -fb / p;
  for (let k = 0; k < data.predictors; k += 1) {
    into[thresholds + k] = (-(fa - fb) / p) * (data.x[cell * data.predictors + k] as number);
  }
}

/** The gradient and the observed information at these parameters. */
function derivatives(data: OrdinalCells, parameters: Float64Array) {
  const { cells, categories, predictors, x, counts } = data;
  const thresholds = categories - 1;
  const size = thresholds + predictors;
  const gradient = new Float64Array(size);
  const information = new Float64Array(size * size);
  const toA = new Float64Array(size);
  const toB = new Float64Array(size);
  for (let cell = 0; cell < cells; cell += 1) {
    const eta = linear(data, cell, parameters, thresholds);
    for (let category = 0; category < categories; category += 1) {
      const count = counts[cell * categories + category] as number;
      if (count === 0) continue;
      const { p, fa, fb, slopeA, slopeB } = between(...bounds(parameters, thresholds, category, eta));
      toA.fill(0);
      toB.fill(0);
      if (category < thresholds) toA[category] = 1;
      if (category > 0) toB[category - 1] = 1;
      for (let k = 0; k < predictors; k += 1) {
        const value = -(x[cell * predictors + k] as number);
        toA[thresholds + k] = value;
        toB[thresholds + k] = value;
      }
      const [first, second] = [fa / p, -fb / p];
      const aa = slopeA / p - first * first;
      const bb = -slopeB / p - second * second;
      const ab = (fa * fb) / (p * p);
      for (let i = 0; i < size; i += 1) {
        const [ai, bi] = [toA[i] as number, toB[i] as number];
        if (ai === 0 && bi === 0) continue;
        gradient[i] = (gradient[i] as number) + count * (first * ai + second * bi);
        for (let j = 0; j < size; j += 1) {
          const [aj, bj] = [toA[j] as number, toB[j] as number];
          information[i * size + j] =
            (information[i * size + j] as number) - count * (aa * ai * aj + ab * (ai * bj + bi * aj) + bb * bi * bj);
        }
      }
    }
  }
  return { gradient, information };
}

/** Thresholds at which the answers are as they are over everyone, and no slopes. */
function start({ cells, categories, predictors, counts }: OrdinalCells): Float64Array {
  const parameters = new Float64Array(categories - 1 + predictors);
  let below = 0;
  const total = counts.reduce((sum, count) => sum + count, 0);
  for (let category = 0; category < categories - 1; category += 1) {
    for (let cell = 0; cell < cells; cell += 1) below += counts[cell * categories + category] as number;
    parameters[category] = Math.log(below / (total - below));
  }
  return parameters;
}

function isSeparated(data: OrdinalCells, parameters: Float64Array): boolean {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let cell = 0; cell < data.cells; cell += 1) {
    const eta = linear(data, cell, parameters, data.categories - 1);
    least = Math.min(least, eta);
    most = Math.max(most, eta);
  }
  return most - least > SEPARATED;
}

/**
 * The cumulative logit model with proportional odds by maximum likelihood.
 *
 * Every category occurs. Newton's steps, halved where they don't climb, until the log likelihood has nothing left to
 * gain (the likelihood has one top). Equals `ordinal::clm` and MASS's `polr`. Undefined: some predictor foretells answers
 * without doubt (`separation`); predictors that are copies of one another or don't vary (`collinearPredictors`); no top
 * found (`notConverged`). Source: McCullagh (1980), JRSS B 42:109.
 */
export function proportionalOdds(data: OrdinalCells): Figure<ProportionalOdds> {
  const parameters = start(data);
  const size = parameters.length;
  let logLikelihood = logLikelihoodAt(data, parameters);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const { gradient, information } = derivatives(data, parameters);
    const factor = choleskyFactor(information, size, 1e-12);
    if (isSeparated(data, parameters)) return notDefined('separation');
    if (factor === null) return notDefined('collinearPredictors');
    const direction = choleskySolve(factor, size, gradient);
    const promised = direction.reduce((sum, each, k) => sum + each * (gradient[k] as number), 0);
    const tried = new Float64Array(size);
    let found = Number.NEGATIVE_INFINITY;
    const least = logLikelihood - ROUNDING * (1 + Math.abs(logLikelihood));
    for (let share = 1; share > 1e-10 && !(found >= least); share /= 2) {
      for (let k = 0; k < size; k += 1) tried[k] = (parameters[k] as number) + share * (direction[k] as number);
      found = logLikelihoodAt(data, tried);
    }
    if (!(found >= least)) return notDefined('notConverged');
    if (promised <= DECREMENT * (1 + Math.abs(logLikelihood))) {
      return { value: { parameters, logLikelihood, covariance: choleskyInverse(factor, size) } };
    }
    parameters.set(tried);
    logLikelihood = found;
  }
  return notDefined('notConverged');
}
