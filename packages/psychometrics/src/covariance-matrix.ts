import { notDefined } from './figure.ts';
import type { Figure } from './figure.ts';
import { pairCovariance } from './pair-moments.ts';
import type { PairMoments } from './pair-moments.ts';

/** A square matrix, row by row. */
export interface SquareMatrix {
  readonly size: number;
  readonly values: Float64Array;
}

/**
 * The covariances of k items, k × k, each over the people who answered both (pairwise deletion), or over whatever
 * people the moments were made of. Such a pairwise matrix needn't be positive definite.
 * Undefined when two of the items have fewer than two people in common.
 */
export function covarianceMatrix(moments: PairMoments): Figure<SquareMatrix> {
  const { size } = moments;
  const values = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) if (moments.counts[i * size + i] === 0) return notDefined('noAnswers');
  for (let i = 0; i < size; i += 1) {
    for (let j = i; j < size; j += 1) {
      const covariance = pairCovariance(moments, i, j);
      if (covariance.value === null) return covariance;
      values[i * size + j] = covariance.value;
      values[j * size + i] = covariance.value;
    }
  }
  return { value: { size, values } };
}
