/** Eigenvalues of a symmetric matrix, and for each its eigenvector of length 1. */
export interface SymmetricEigen {
  readonly values: Float64Array;
  /** Row by row; column k belongs to value k. */
  readonly vectors: Float64Array;
}

/** It doubles the correct digits each time; more than ten sweeps were never needed. */
const MOST_SWEEPS = 60;

/** One rotation that makes element (p, q) zero. */
function rotate(a: Float64Array, vectors: Float64Array, size: number, p: number, q: number): void {
  const off = a[p * size + q] as number;
  const theta = ((a[q * size + q] as number) - (a[p * size + p] as number)) / (2 * off);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  const turn = (matrix: Float64Array, first: number, second: number): void => {
    const x = matrix[first] as number;
    const y = matrix[second] as number;
    matrix[first] = c * x - s * y;
    matrix[second] = s * x + c * y;
  };
  for (let k = 0; k < size; k += 1) turn(a, k * size + p, k * size + q);
  for (let k = 0; k < size; k += 1) turn(a, p * size + k, q * size + k);
  for (let k = 0; k < size; k += 1) turn(vectors, k * size + p, k * size + q);
  a[p * size + q] = a[q * size + p] = 0;
}

/**
 * Eigenvalues and eigenvectors of a symmetric matrix (row by row), by Jacobi's rotations: as precise as doubles allow,
 * also for small eigenvalues. Meant for some tens of rows; the order of the values is arbitrary.
 * Source: Golub & Van Loan, Matrix Computations, §8.5.
 */
export function symmetricEigen(matrix: Float64Array, size: number): SymmetricEigen {
  const a = Float64Array.from(matrix);
  const vectors = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) vectors[i * size + i] = 1;
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep += 1) {
    let rotations = 0;
    for (let p = 0; p < size; p += 1) {
      for (let q = p + 1; q < size; q += 1) {
        const off = Math.abs(a[p * size + q] as number);
        const scale = Math.sqrt(Math.abs((a[p * size + p] as number) * (a[q * size + q] as number)));
        if (!(off > 1e-17 * scale) || off === 0) continue;
        rotate(a, vectors, size, p, q);
        rotations += 1;
      }
    }
    if (rotations === 0) break;
  }
  return { values: Float64Array.from({ length: size }, (_, i) => a[i * size + i] as number), vectors };
}
