import type { SquareMatrix } from './covariance-matrix.ts';
import { asCorrelations } from './factor-model/correlated-factors.ts';
import { estimateModel } from './factor-model/estimate-model.ts';
import { modelLayout } from './factor-model/model-layout.ts';
import { notDefined } from './figure.ts';
import type { Figure } from './figure.ts';

export interface OneFactorModel {
  readonly loadings: readonly number[];
  readonly residualVariances: readonly number[];
}

/**
 * The one-factor (congeneric) model by maximum likelihood: covariances = λ λᵀ + diagonal(θ), factor variance 1.
 *
 * `covariances`: of at least three items, from complete rows; whether they were divided by n or n − 1 only scales
 * the outcome. The same machinery as `correlatedFactorsModel`, which has the fit; here the estimates are in the
 * items' own units. The sign of the loadings is arbitrary. Equals lavaan's `cfa(std.lv = TRUE)`.
 * Undefined: fewer than three items; an item that doesn't vary; items that are copies or sums of others; a Heywood
 * case (a residual variance at or below zero: lavaan warns and still gives numbers, we don't); no convergence.
 * Source: Jöreskog (1967), Psychometrika 32:443.
 */
export function oneFactorModel(covariances: SquareMatrix): Figure<OneFactorModel> {
  const { size, values } = covariances;
  if (size < 3) return notDefined('tooFewItems');
  const correlations = asCorrelations(covariances);
  if (correlations.value === null) return correlations;
  const structure = { factorOf: new Array<number>(size).fill(0), factors: 1 };
  const sample = { covariances: correlations.value, means: new Float64Array(size), share: 1 };
  const estimated = estimateModel(modelLayout(structure), [sample]);
  if (estimated.value === null) return estimated;
  if (estimated.value.improper !== null) return notDefined(estimated.value.improper);
  const { parameters } = estimated.value.groups[0] as (typeof estimated.value.groups)[number];
  const sds = Array.from({ length: size }, (_, i) => Math.sqrt(values[i * (size + 1)] as number));
  return {
    value: {
      loadings: sds.map((sd, i) => sd * (parameters.loadings[i] as number)),
      residualVariances: sds.map((sd, i) => sd * sd * (parameters.residuals[i] as number)),
    },
  };
}
