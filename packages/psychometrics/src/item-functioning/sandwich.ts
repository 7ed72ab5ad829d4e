import { choleskyFactor, choleskySolve } from '../linear-algebra/cholesky.ts';

/**
 * The covariance of estimates when people of one unit are alike: A B A · G/(G − 1), with A the inverse information and
 * B the sum over units of the products of their summed scores. `unitScores`: G rows of `size` derivatives.
 * Source: Liang & Zeger (1986), Biometrika 73:13.
 */
export function clusterCovariance(inverse: Float64Array, size: number, unitScores: Float64Array): Float64Array {
  const units = unitScores.length / size;
  const meat = new Float64Array(size * size);
  for (let unit = 0; unit < units; unit += 1) {
    for (let i = 0; i < size; i += 1) {
      const score = unitScores[unit * size + i] as number;
      for (let j = 0; j < size; j += 1) {
        meat[i * size + j] = (meat[i * size + j] as number) + score * (unitScores[unit * size + j] as number);
      }
    }
  }
  const multiply = (a: Float64Array, b: Float64Array): Float64Array => {
    const product = new Float64Array(size * size);
    for (let i = 0; i < size; i += 1) {
      for (let k = 0; k < size; k += 1) {
        const value = a[i * size + k] as number;
        for (let j = 0; j < size; j += 1) {
          product[i * size + j] = (product[i * size + j] as number) + value * (b[k * size + j] as number);
        }
      }
    }
    return product;
  };
  return multiply(multiply(inverse, meat), inverse).map((value) => (value * units) / (units - 1));
}

/** bᵀ V⁻¹ b over the parameters at `places`; null when their part of V is singular (more of them than units tell). */
export function waldStatistic(
  parameters: Float64Array,
  covariance: Float64Array,
  places: readonly number[],
): number | null {
  const size = parameters.length;
  const count = places.length;
  const part = new Float64Array(count * count);
  places.forEach((i, row) => {
    places.forEach((j, column) => {
      part[row * count + column] = covariance[i * size + j] as number;
    });
  });
  const estimates = Float64Array.from(places, (place) => parameters[place] as number);
  const factor = choleskyFactor(part, count, 1e-10);
  if (factor === null) return null;
  const solved = choleskySolve(factor, count, estimates);
  return solved.reduce((sum, value, k) => sum + value * (estimates[k] as number), 0);
}
