import { matrixProduct } from '../linear-algebra/matrix-product.ts';
import type { GroupModel } from './group-model.ts';
import { FIXED } from './model-layout.ts';
import type { FactorStructure, GroupLayout } from './model-layout.ts';
import type { Moments } from './moments.ts';

/**
 * What one parameter does to the model: its covariances change by `weight` (u vᵀ + v uᵀ), its means by
 * `meanWeight` · m, where u, v and m are columns of the matrix of {@link columnsOf}.
 */
interface Term {
  readonly place: number;
  readonly first: number;
  readonly second: number;
  readonly weight: number;
  readonly mean: number;
  readonly meanWeight: number;
}

function termsOf(structure: FactorStructure, layout: GroupLayout, { parameters }: GroupModel): Term[] {
  const { factorOf, factors } = structure;
  const size = factorOf.length;
  const loadingsOf = (f: number): number => size + f;
  const throughFactors = (f: number): number => size + factors + f;
  const terms: Term[] = [];
  const add = (place: number, first: number, second: number, weight: number, mean = 0, meanWeight = 0): void => {
    if (place !== FIXED) terms.push({ place, first, second, weight, mean, meanWeight });
  };
  factorOf.forEach((f, i) => {
    add(layout.loadings[i] as number, i, throughFactors(f), 1, i, parameters.factorMeans[f]);
    add(layout.residuals[i] as number, i, i, 0.5);
    add(layout.intercepts[i] as number, 0, 0, 0, i, 1);
  });
  for (let f = 0; f < factors; f += 1) {
    for (let h = 0; h <= f; h += 1) {
      const place = layout.factorCovariances[f * factors + h] as number;
      add(place, loadingsOf(f), loadingsOf(h), h === f ? 0.5 : 1);
    }
    add(layout.factorMeans[f] as number, 0, 0, 0, loadingsOf(f), 1);
  }
  return terms;
}

/** Side by side: the identity, the loadings (a column a factor), and the loadings × the factors' covariances. */
function columnsOf({ factorOf, factors }: FactorStructure, { parameters }: GroupModel): Float64Array {
  const width = factorOf.length + 2 * factors;
  const columns = new Float64Array(factorOf.length * width);
  factorOf.forEach((f, i) => {
    const loading = parameters.loadings[i] as number;
    columns[i * width + i] = 1;
    columns[i * width + factorOf.length + f] = loading;
    for (let h = 0; h < factors; h += 1) {
      columns[i * width + factorOf.length + factors + h] =
        loading * (parameters.factorCovariances[f * factors + h] as number);
    }
  });
  return columns;
}

function transposed(matrix: Float64Array, rows: number, columns: number): Float64Array {
  const result = new Float64Array(matrix.length);
  for (let i = 0; i < rows; i += 1) {
    for (let j = 0; j < columns; j += 1) result[j * rows + i] = matrix[i * columns + j] as number;
  }
  return result;
}

/** Σ⁻¹ − Σ⁻¹ (S + d dᵀ) Σ⁻¹, of which the slopes of the covariances are made, and Σ⁻¹ d, with d = sample − model means. */
function residualsOf({ inverse, means }: GroupModel, sample: Moments) {
  const size = means.length;
  const apart = sample.means.map((mean, i) => mean - (means[i] as number));
  const about = sample.covariances.map(
    (each, k) => each + (apart[Math.floor(k / size)] as number) * (apart[k % size] as number),
  );
  const product = matrixProduct(matrixProduct(inverse, about, size, size, size), inverse, size, size, size);
  return {
    covariances: product.map((each, k) => (inverse[k] as number) - each),
    means: matrixProduct(inverse, apart, size, size, 1),
  };
}

/**
 * Adds to `gradient` and `curvature` what one group brings: the slopes of the normal discrepancy
 * ln |Σ| + trace(S Σ⁻¹) + dᵀ Σ⁻¹ d and their expected slopes (Fisher's information × 2), times the group's share.
 */
export function addGroupSlopes(
  structure: FactorStructure,
  layout: GroupLayout,
  model: GroupModel,
  sample: Moments,
  share: number,
  gradient: Float64Array,
  curvature: Float64Array,
): void {
  const size = structure.factorOf.length;
  const width = size + 2 * structure.factors;
  const columns = columnsOf(structure, model);
  const across = transposed(columns, size, width);
  const sandwich = (matrix: Float64Array): Float64Array =>
    matrixProduct(across, matrixProduct(matrix, columns, size, size, width), width, size, width);
  const residuals = residualsOf(model, sample);
  const slopes = sandwich(residuals.covariances);
  const meanSlopes = matrixProduct(across, residuals.means, width, size, 1);
  const expected = sandwich(model.inverse);
  const at = (matrix: Float64Array, i: number, j: number): number => matrix[i * width + j] as number;
  const terms = termsOf(structure, layout, model);
  const total = gradient.length;
  terms.forEach((one, index) => {
    const covarianceSlope = 2 * one.weight * at(slopes, one.first, one.second);
    const meanSlope = 2 * one.meanWeight * (meanSlopes[one.mean] as number);
    gradient[one.place] = (gradient[one.place] as number) + share * (covarianceSlope - meanSlope);
    for (let k = 0; k <= index; k += 1) {
      const two = terms[k] as Term;
      let sum = 2 * one.meanWeight * two.meanWeight * at(expected, one.mean, two.mean);
      const weight = 2 * one.weight * two.weight;
      if (weight !== 0) {
        const straight = at(expected, one.first, two.first) * at(expected, one.second, two.second);
        sum += weight * (straight + at(expected, one.first, two.second) * at(expected, one.second, two.first));
      }
      const here = one.place * total + two.place;
      curvature[here] = (curvature[here] as number) + share * sum;
      if (k === index) continue;
      const mirrored = two.place * total + one.place;
      curvature[mirrored] = (curvature[mirrored] as number) + share * sum;
    }
  });
}
