import { notDefined } from '../figure.ts';
import type { Figure } from '../figure.ts';
import { choleskyFactor, choleskySolve } from '../linear-algebra/cholesky.ts';
import { johnsonWeights } from './johnson-weights.ts';
import { jointCorrelations, jointSums, rowsWithAll } from './joint-sums.ts';
import { MAXIMUM_SHAPLEY_PREDICTORS, shapleyShares } from './shapley-shares.ts';

/** How much of the differences in an outcome goes together with each of several predictors. */
export interface RelativeImportance {
  /** People with a value on the outcome and on all predictors. */
  readonly n: number;
  readonly rSquared: number;
  /** Per predictor: the standardised regression coefficient. */
  readonly betas: Float64Array;
  /** Per predictor: its share of R² by Shapley's value (LMG). */
  readonly shapley: Figure<Float64Array>;
  /** Per predictor: its share of R² by Johnson's relative weights. */
  readonly johnson: Float64Array;
}

/** A predictor of whose variance less than this is its own is a combination of the others, to rounding. */
const COLLINEAR = 1e-10;

/** The Cholesky factor of the predictors' part of correlations (predictors first, the outcome last); null when they are collinear. */
export function predictorsFactor(correlations: Float64Array, size: number): Float64Array | null {
  const predictors = size - 1;
  const among = new Float64Array(predictors * predictors);
  for (let i = 0; i < predictors; i += 1) {
    for (let j = 0; j < predictors; j += 1) among[i * predictors + j] = correlations[i * size + j] as number;
  }
  return choleskyFactor(among, predictors, COLLINEAR);
}

function importanceFrom(correlations: Float64Array, size: number): Omit<RelativeImportance, 'n'> | null {
  const predictors = size - 1;
  const factor = predictorsFactor(correlations, size);
  if (factor === null) return null;
  const outcome = Float64Array.from({ length: predictors }, (_, i) => correlations[i * size + predictors] as number);
  const betas = choleskySolve(factor, predictors, outcome);
  const explained = betas.reduce((sum, beta, i) => sum + beta * (outcome[i] as number), 0);
  return {
    rSquared: Math.min(1, Math.max(0, explained)),
    betas,
    shapley:
      predictors > MAXIMUM_SHAPLEY_PREDICTORS
        ? notDefined('tooManyPredictors')
        : { value: shapleyShares(correlations, size) },
    johnson: johnsonWeights(correlations, size),
  };
}

/**
 * The relative importance of predictors in a linear regression: R², standardised coefficients, and two divisions of
 * R² over the predictors (LMG and Johnson), which both sum to it.
 *
 * Arrays of equal length, one element a person, NaN = missing; people who miss any of them are left out. It describes
 * what goes together, never what leads to what. Undefined: no predictors (`noPredictors`); no complete rows; not more
 * rows than predictors plus one (`tooFewAnswers`: any outcome could be fitted exactly); something that doesn't vary;
 * a predictor that is a copy or sum of others (`collinearPredictors`). `shapley` alone is undefined above
 * {@link MAXIMUM_SHAPLEY_PREDICTORS} predictors. Source: Grömping (2006); Johnson (2000).
 */
export function relativeImportance(
  predictors: readonly Float64Array[],
  outcome: Float64Array,
): { readonly n: number; readonly importance: Figure<RelativeImportance> } {
  const variables = [...predictors, outcome];
  const rows = rowsWithAll(variables);
  const n = rows.length;
  if (predictors.length === 0) return { n, importance: notDefined('noPredictors') };
  if (n === 0) return { n, importance: notDefined('noAnswers') };
  if (n <= predictors.length + 1) return { n, importance: notDefined('tooFewAnswers') };
  const correlations = jointCorrelations(jointSums(variables, rows, new Int32Array(n), 1), [1]);
  if (correlations === null) return { n, importance: notDefined('noVariance') };
  const found = importanceFrom(correlations, variables.length);
  return { n, importance: found === null ? notDefined('collinearPredictors') : { value: { n, ...found } } };
}
