/**
 * The Cholesky factor L (lower triangle, row by row) of a symmetric matrix, or null when it isn't positive definite.
 * `tolerance`: a pivot below this share of its diagonal element counts as zero.
 */
export function choleskyFactor(matrix: Float64Array, size: number, tolerance = 0): Float64Array | null {
  const factor = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = matrix[i * size + j] as number;
      for (let k = 0; k < j; k += 1) sum -= (factor[i * size + k] as number) * (factor[j * size + k] as number);
      if (i === j) {
        if (!(sum > tolerance * Math.abs(matrix[i * size + i] as number)) || !(sum > 0)) return null;
        factor[i * size + i] = Math.sqrt(sum);
      } else {
        factor[i * size + j] = sum / (factor[j * size + j] as number);
      }
    }
  }
  return factor;
}

/** x in L Lᵀ x = b. */
export function choleskySolve(factor: Float64Array, size: number, right: Float64Array): Float64Array {
  const x = Float64Array.from(right);
  for (let i = 0; i < size; i += 1) {
    let sum = x[i] as number;
    for (let k = 0; k < i; k += 1) sum -= (factor[i * size + k] as number) * (x[k] as number);
    x[i] = sum / (factor[i * size + i] as number);
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    let sum = x[i] as number;
    for (let k = i + 1; k < size; k += 1) sum -= (factor[k * size + i] as number) * (x[k] as number);
    x[i] = sum / (factor[i * size + i] as number);
  }
  return x;
}

/** The inverse of L Lᵀ, row by row: L⁻¹ first, then its product with itself. */
export function choleskyInverse(factor: Float64Array, size: number): Float64Array {
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) {
    const pivot = factor[i * size + i] as number;
    lower[i * size + i] = 1 / pivot;
    for (let k = 0; k < i; k += 1) {
      const share = (factor[i * size + k] as number) / pivot;
      for (let j = 0; j <= k; j += 1) {
        lower[i * size + j] = (lower[i * size + j] as number) - share * (lower[k * size + j] as number);
      }
    }
  }
  const inverse = new Float64Array(size * size);
  for (let k = 0; k < size; k += 1) {
    for (let i = 0; i <= k; i += 1) {
      const share = lower[k * size + i] as number;
      for (let j = 0; j <= i; j += 1) {
        inverse[i * size + j] = (inverse[i * size + j] as number) + share * (lower[k * size + j] as number);
      }
    }
  }
  for (let i = 0; i < size; i += 1)
    for (let j = 0; j < i; j += 1) inverse[j * size + i] = inverse[i * size + j] as number;
  return inverse;
}

/** ln of the determinant of L Lᵀ. */
export function choleskyLogDeterminant(factor: Float64Array, size: number): number {
  let sum = 0;
  for (let i = 0; i < size; i += 1) sum += Math.log(factor[i * size + i] as number);
  return 2 * sum;
}
