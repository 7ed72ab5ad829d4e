import { choleskyFactor, choleskyInverse, choleskyLogDeterminant } from '../linear-algebra/cholesky.ts';
import { FIXED } from './model-layout.ts';
import type { FactorStructure, GroupLayout } from './model-layout.ts';

/** The parameters of one group, the fixed ones filled in. */
export interface GroupParameters {
  readonly loadings: Float64Array;
  readonly residuals: Float64Array;
  readonly factorCovariances: Float64Array;
  readonly intercepts: Float64Array;
  readonly factorMeans: Float64Array;
}

/** What the model says about one group: covariances Λ Φ Λᵀ + diagonal(θ) and means ν + Λ α. */
export interface GroupModel {
  readonly parameters: GroupParameters;
  readonly covariances: Float64Array;
  readonly means: Float64Array;
  readonly inverse: Float64Array;
  readonly logDeterminant: number;
}

export function groupParameters(
  { factors }: FactorStructure,
  layout: GroupLayout,
  estimated: Float64Array,
): GroupParameters {
  const fill = (places: Int32Array, fixed: (index: number) => number): Float64Array =>
    Float64Array.from(places, (place, index) => (place === FIXED ? fixed(index) : (estimated[place] as number)));
  const zero = (): number => 0;
  return {
    loadings: fill(layout.loadings, zero),
    residuals: fill(layout.residuals, zero),
    factorCovariances: fill(layout.factorCovariances, (index) => (index % (factors + 1) === 0 ? 1 : 0)),
    intercepts: fill(layout.intercepts, zero),
    factorMeans: fill(layout.factorMeans, zero),
  };
}

/** A pivot below this share of its variance can't be told apart from zero. */
const SINGULAR = 1e-14;

/** Null where these parameters imply no covariance matrix. */
export function groupModel({ factorOf, factors }: FactorStructure, parameters: GroupParameters): GroupModel | null {
  const { loadings, residuals, factorCovariances, intercepts, factorMeans } = parameters;
  const size = factorOf.length;
  const covariances = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) {
    const from = (factorOf[i] as number) * factors;
    for (let j = 0; j < size; j += 1) {
      const between = factorCovariances[from + (factorOf[j] as number)] as number;
      covariances[i * size + j] = (loadings[i] as number) * (loadings[j] as number) * between;
    }
    covariances[i * size + i] = (covariances[i * size + i] as number) + (residuals[i] as number);
  }
  const factor = choleskyFactor(covariances, size, SINGULAR);
  if (factor === null) return null;
  const means = intercepts.map(
    (each, i) => each + (loadings[i] as number) * (factorMeans[factorOf[i] as number] as number),
  );
  return {
    parameters,
    covariances,
    means,
    inverse: choleskyInverse(factor, size),
    logDeterminant: choleskyLogDeterminant(factor, size),
  };
}
