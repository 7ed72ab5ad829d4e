import { symmetricEigen } from '../linear-algebra/symmetric-eigen.ts';

/**
 * Johnson's relative weights: each predictor's share of R², by way of the uncorrelated variables that lie closest to
 * the predictors. They sum to R².
 *
 * `correlations`: predictors first, the outcome last, row by row; the predictors' part must be positive definite.
 * ε_j = Σ_k λ_jk² b_k², with Λ the symmetric square root of the predictors' correlations and b = Λ⁻¹ r.
 * Source: Johnson (2000), Multivariate Behavioral Research 35:1.
 */
export function johnsonWeights(correlations: Float64Array, size: number): Float64Array {
  const predictors = size - 1;
  const among = new Float64Array(predictors * predictors);
  for (let i = 0; i < predictors; i += 1) {
    for (let j = 0; j < predictors; j += 1) among[i * predictors + j] = correlations[i * size + j] as number;
  }
  const { values, vectors } = symmetricEigen(among, predictors);
  const root = new Float64Array(predictors * predictors);
  const weights = new Float64Array(predictors);
  for (let i = 0; i < predictors; i += 1) {
    for (let j = 0; j < predictors; j += 1) {
      const outcome = correlations[j * size + predictors] as number;
      let square = 0;
      let inverse = 0;
      for (let k = 0; k < predictors; k += 1) {
        const product = (vectors[i * predictors + k] as number) * (vectors[j * predictors + k] as number);
        const length = Math.sqrt(Math.max(0, values[k] as number));
        square += product * length;
        inverse += product / length;
      }
      root[i * predictors + j] = square;
      weights[i] = (weights[i] as number) + inverse * outcome;
    }
  }
  return Float64Array.from({ length: predictors }, (_, i) => {
    let sum = 0;
    for (let k = 0; k < predictors; k += 1) {
      sum += (root[i * predictors + k] as number) ** 2 * (weights[k] as number) ** 2;
    }
    return sum;
  });
}
