import type { SquareMatrix } from '../covariance-matrix.ts';
import type { GroupModel } from './group-model.ts';
import type { FactorStructure } from './model-layout.ts';

/** A solution in standard deviations: of the items (as the model implies them) and of the factors. lavaan's `std.all`. */
export interface StandardisedSolution {
  /** One an item: its correlation with its factor. */
  readonly loadings: readonly number[];
  /** The correlations between the factors, freed of the items' errors. */
  readonly factorCorrelations: SquareMatrix;
}

/** Each factor is turned so that its loadings are positive on balance: the sign itself is arbitrary. */
export function standardisedSolution({ factorOf, factors }: FactorStructure, model: GroupModel): StandardisedSolution {
  const { loadings, factorCovariances } = model.parameters;
  const items = factorOf.length;
  const sdOf = (f: number): number => Math.sqrt(factorCovariances[f * (factors + 1)] as number);
  const standardised = factorOf.map(
    (f, i) => ((loadings[i] as number) * sdOf(f)) / Math.sqrt(model.covariances[i * (items + 1)] as number),
  );
  const sums = new Float64Array(factors);
  factorOf.forEach((f, i) => (sums[f] = (sums[f] as number) + (standardised[i] as number)));
  const signs = sums.map((sum) => (sum < 0 ? -1 : 1));
  const values = factorCovariances.map((covariance, k) => {
    const f = Math.floor(k / factors);
    const h = k % factors;
    return f === h ? 1 : ((signs[f] as number) * (signs[h] as number) * covariance) / (sdOf(f) * sdOf(h));
  });
  return {
    loadings: factorOf.map((f, i) => (signs[f] as number) * (standardised[i] as number)),
    factorCorrelations: { size: factors, values },
  };
}
