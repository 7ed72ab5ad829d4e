import type { SquareMatrix } from './covariance-matrix.ts';
import { notDefined } from './figure.ts';
import type { Figure } from './figure.ts';
import { choleskyFactor, choleskyInverse, choleskyLogDeterminant, choleskySolve } from './linear-algebra/cholesky.ts';

export interface OneFactorModel {
  readonly loadings: readonly number[];
  readonly residualVariances: readonly number[];
}

const MAXIMUM_STEPS = 500;
const GRADIENT_TOLERANCE = 1e-11;
/** Good enough when rounding keeps the slopes from getting any smaller. */
const LOOSE_GRADIENT_TOLERANCE = 1e-7;
/** Differences of the discrepancy below this are rounding: a step isn't refused for them. */
const ROUNDING = 1e-12;
/** A residual below this share of an item's variance is no longer told apart from zero. */
const SMALLEST_RESIDUAL = 1e-6;
/** A pivot below this share of its variance: the item is a combination of the others, to rounding. */
const SINGULAR_TOLERANCE = 1e-10;

interface Fit {
  readonly discrepancy: number;
  /** The inverse of the model's matrix. */
  readonly inverse: Float64Array;
}

/** ln |Σ| + trace(S Σ⁻¹) at these parameters (loadings, then residual variances); null where Σ isn't one. */
function fitAt(sample: Float64Array, size: number, parameters: Float64Array): Fit | null {
  const model = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < size; j += 1) model[i * size + j] = (parameters[i] as number) * (parameters[j] as number);
    model[i * size + i] = (model[i * size + i] as number) + (parameters[size + i] as number);
  }
  const factor = choleskyFactor(model, size, 1e-14);
  if (factor === null) return null;
  const inverse = choleskyInverse(factor, size);
  let trace = 0;
  for (let k = 0; k < inverse.length; k += 1) trace += (sample[k] as number) * (inverse[k] as number);
  return { discrepancy: choleskyLogDeterminant(factor, size) + trace, inverse };
}

/** Σ⁻¹ − Σ⁻¹ S Σ⁻¹, of which the gradient is made. */
function residualMatrix(sample: Float64Array, inverse: Float64Array, size: number): Float64Array {
  const product = new Float64Array(size * size);
  const result = new Float64Array(size * size);
  const multiply = (a: Float64Array, b: Float64Array, into: Float64Array): void => {
    for (let i = 0; i < size; i += 1) {
      for (let j = 0; j < size; j += 1) {
        let sum = 0;
        for (let k = 0; k < size; k += 1) sum += (a[i * size + k] as number) * (b[k * size + j] as number);
        into[i * size + j] = sum;
      }
    }
  };
  multiply(inverse, sample, product);
  multiply(product, inverse, result);
  for (let k = 0; k < result.length; k += 1) result[k] = (inverse[k] as number) - (result[k] as number);
  return result;
}

/** The gradient, and the step of Fisher scoring: the expected second derivatives stand in for the observed ones. */
function scoringStep(sample: Float64Array, size: number, parameters: Float64Array, inverse: Float64Array) {
  const residual = residualMatrix(sample, inverse, size);
  const gradient = new Float64Array(2 * size);
  const weighted = new Float64Array(size);
  let quadratic = 0;
  for (let i = 0; i < size; i += 1) {
    let slope = 0;
    let sum = 0;
    for (let j = 0; j < size; j += 1) {
      slope += (residual[i * size + j] as number) * (parameters[j] as number);
      sum += (inverse[i * size + j] as number) * (parameters[j] as number);
    }
    gradient[i] = 2 * slope;
    gradient[size + i] = residual[i * size + i] as number;
    weighted[i] = sum;
    quadratic += sum * (parameters[i] as number);
  }
  const width = 2 * size;
  const information = new Float64Array(width * width);
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < size; j += 1) {
      const p = inverse[i * size + j] as number;
      information[i * width + j] = 2 * (p * quadratic + (weighted[i] as number) * (weighted[j] as number));
      information[(size + i) * width + size + j] = p * p;
      information[i * width + size + j] = information[(size + j) * width + i] = 2 * p * (weighted[j] as number);
    }
  }
  for (let i = 0; i < width; i += 1) information[i * width + i] = (information[i * width + i] as number) * (1 + 1e-12);
  const factor = choleskyFactor(information, width);
  const step = factor === null ? gradient : choleskySolve(factor, width, gradient);
  return { gradient, step };
}

function minimise(sample: Float64Array, size: number): Float64Array | null {
  const parameters = new Float64Array(2 * size);
  for (let i = 0; i < size; i += 1) {
    let sum = 0;
    for (let j = 0; j < size; j += 1) sum += sample[i * size + j] as number;
    parameters[i] = 0.7 * Math.sign(sum || 1);
    parameters[size + i] = 0.51;
  }
  let fit = fitAt(sample, size, parameters);
  let steepest = Number.POSITIVE_INFINITY;
  for (let count = 0; fit !== null && count < MAXIMUM_STEPS; count += 1) {
    const { gradient, step } = scoringStep(sample, size, parameters, fit.inverse);
    steepest = gradient.reduce((most, slope) => Math.max(most, Math.abs(slope)), 0);
    if (steepest < GRADIENT_TOLERANCE) return parameters;
    const allowed = fit.discrepancy + ROUNDING * Math.abs(fit.discrepancy);
    let next: Fit | null = null;
    const tried = new Float64Array(2 * size);
    for (let share = 1; share > 1e-12; share /= 2) {
      for (let k = 0; k < tried.length; k += 1) tried[k] = (parameters[k] as number) - share * (step[k] as number);
      next = fitAt(sample, size, tried);
      if (next !== null && next.discrepancy <= allowed) break;
      next = null;
    }
    if (next === null) break;
    parameters.set(tried);
    fit = next;
  }
  return steepest < LOOSE_GRADIENT_TOLERANCE ? parameters : null;
}

/**
 * The one-factor (congeneric) model by maximum likelihood: covariances = λ λᵀ + diagonal(θ), factor variance 1.
 *
 * `covariances`: of at least three items, from complete rows; whether they were divided by n or n − 1 only scales
 * the outcome. Fisher scoring on the correlations (the estimates don't depend on the items' units), until every slope
 * is below 1e-11 (or rounding stops them below 1e-7). The sign of the loadings is arbitrary. Equals lavaan's `cfa(std.lv = TRUE)`.
 * Undefined: fewer than three items; an item that doesn't vary; items that are copies or sums of others; a Heywood
 * case (a residual variance at or below zero: lavaan warns and still gives numbers, we don't); no convergence.
 * Source: Jöreskog (1967), Psychometrika 32:443.
 */
export function oneFactorModel(covariances: SquareMatrix): Figure<OneFactorModel> {
  const { size, values } = covariances;
  if (size < 3) return notDefined('tooFewItems');
  const sds = Array.from({ length: size }, (_, i) => Math.sqrt(values[i * size + i] as number));
  if (sds.some((sd) => !(sd > 0))) return notDefined('noVariance');
  const sample = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < size; j += 1) {
      sample[i * size + j] = (values[i * size + j] as number) / ((sds[i] as number) * (sds[j] as number));
    }
  }
  if (choleskyFactor(sample, size, SINGULAR_TOLERANCE) === null) return notDefined('singularCovariance');
  const parameters = minimise(sample, size);
  if (parameters === null) return notDefined('notConverged');
  if (parameters.subarray(size).some((residual) => residual < SMALLEST_RESIDUAL)) return notDefined('improperSolution');
  const loadings = sds.map((sd, i) => sd * (parameters[i] as number));
  const residualVariances = sds.map((sd, i) => sd * sd * (parameters[size + i] as number));
  return { value: { loadings, residualVariances } };
}
