import { symmetricEigen } from './linear-algebra/symmetric-eigen.ts';
import { pairCovariance } from './pair-moments.ts';
import type { PairMoments } from './pair-moments.ts';

/** 1: along with the scale; −1: against it; 0: unrelated, constant, or too few answers to tell. */
export type ItemDirection = 1 | 0 | -1;

/**
 * Fisher's z of an item with the other items, turned so that they go along: under this it may be noise. High, because
 * the turning was chosen from the same answers.
 */
const BEYOND_NOISE = 4;

/** The correlations of these items, those without a covariance or a variance left out. */
function correlations(moments: PairMoments, items: readonly number[]) {
  const varianceOf = (item: number): number => pairCovariance(moments, item, item).value ?? 0;
  const usable = items.filter(
    (item) => varianceOf(item) > 0 && items.every((other) => pairCovariance(moments, item, other).value !== null),
  );
  const size = usable.length;
  const matrix = new Float64Array(size * size);
  usable.forEach((first, i) => {
    usable.forEach((second, j) => {
      const covariance = pairCovariance(moments, first, second).value ?? 0;
      matrix[i * size + j] = i === j ? 1 : covariance / Math.sqrt(varianceOf(first) * varianceOf(second));
    });
  });
  return { usable, size, matrix };
}

/** The signs of the loadings on the first principal component, most of their weight positive. */
function signsOfFirst(matrix: Float64Array, size: number): number[] {
  const { values, vectors } = symmetricEigen(matrix, size);
  const largest = values.indexOf(Math.max(...values));
  const loadings = Array.from({ length: size }, (_, i) => vectors[i * size + largest] as number);
  const turn = loadings.reduce((sum, loading) => sum + loading, 0) < 0 ? -1 : 1;
  return loadings.map((loading) => (turn * loading < 0 ? -1 : 1));
}

/**
 * In which direction each item of a scale goes: a forgotten reversal shows as −1, also when several were forgotten (an
 * item-rest correlation then misleads, since the rest goes both ways).
 *
 * `items`: their places in `moments` (pairwise). One direction an item: the sign of its loading on the first principal
 * component, where its correlation with the other items, turned that way, is more than noise. Which of two halves that
 * go against one another is turned can't be said: 1 is the half with more weight. Source: psych's `alpha(check.keys)`.
 */
export function itemDirections(moments: PairMoments, items: readonly number[]): ItemDirection[] {
  const { usable, size, matrix } = correlations(moments, items);
  const directions = new Map<number, ItemDirection>();
  const signs = size < 2 ? [] : signsOfFirst(matrix, size);
  usable.forEach((item, i) => {
    if (size < 2) return;
    let [along, spread] = [0, 0];
    for (let j = 0; j < size; j += 1) {
      if (j === i) continue;
      along += (signs[j] as number) * (matrix[i * size + j] as number);
      for (let k = 0; k < size; k += 1) {
        if (k !== i) spread += (signs[j] as number) * (signs[k] as number) * (matrix[j * size + k] as number);
      }
    }
    const sign = signs[i] as number;
    const correlation = Math.min(1 - 1e-12, (sign * along) / Math.sqrt(spread));
    const n = moments.counts[item * moments.size + item] as number;
    const isClear = spread > 0 && n > 3 && Math.atanh(correlation) * Math.sqrt(n - 3) > BEYOND_NOISE;
    directions.set(item, isClear ? (sign as ItemDirection) : 0);
  });
  return items.map((item) => directions.get(item) ?? 0);
}
