/** Which factor each item measures: one number an item, from 0 up to `factors` − 1. */
export interface FactorStructure {
  readonly factorOf: readonly number[];
  readonly factors: number;
}

/** Stands where a parameter isn't estimated: a factor's variance is then 1, a covariance or mean 0. */
export const FIXED = -1;

/** The place of every parameter of one group among the estimated ones, or FIXED. */
export interface GroupLayout {
  readonly loadings: Int32Array;
  readonly residuals: Int32Array;
  /** factors × factors, symmetric. */
  readonly factorCovariances: Int32Array;
  /** All FIXED in a model without means. */
  readonly intercepts: Int32Array;
  readonly factorMeans: Int32Array;
}

/** A correlated factors model of one or more groups. Two groups share a parameter by giving it the same place. */
export interface ModelLayout {
  readonly structure: FactorStructure;
  readonly groups: readonly GroupLayout[];
  /** How many parameters are estimated. */
  readonly size: number;
  readonly hasMeans: boolean;
}

export interface LayoutOptions {
  readonly groups?: number;
  readonly hasMeans?: boolean;
  readonly hasEqualLoadings?: boolean;
  /** Means of the factors are then estimated from the second group on. */
  readonly hasEqualIntercepts?: boolean;
}

/**
 * The usual layouts. Variances of the factors are 1; once loadings are equal between groups only those of the first
 * are, which is the same model as lavaan's with marker items.
 */
export function modelLayout(structure: FactorStructure, options: LayoutOptions = {}): ModelLayout {
  const { groups = 1, hasMeans = false, hasEqualLoadings = false, hasEqualIntercepts = false } = options;
  const { factorOf, factors } = structure;
  let size = 0;
  const next = (): number => size++;
  const layouts: GroupLayout[] = [];
  for (let group = 0; group < groups; group += 1) {
    const first = layouts[0];
    const factorCovariances = new Int32Array(factors * factors).fill(FIXED);
    const loadings = Int32Array.from(factorOf, (_, i) =>
      first !== undefined && hasEqualLoadings ? (first.loadings[i] as number) : next(),
    );
    const residuals = Int32Array.from(factorOf, next);
    for (let f = 0; f < factors; f += 1) {
      for (let h = 0; h < f; h += 1) factorCovariances[f * factors + h] = factorCovariances[h * factors + f] = next();
      if (first !== undefined && hasEqualLoadings) factorCovariances[f * factors + f] = next();
    }
    const intercepts = Int32Array.from(factorOf, (_, i) => {
      if (!hasMeans) return FIXED;
      return first !== undefined && hasEqualIntercepts ? (first.intercepts[i] as number) : next();
    });
    const factorMeans = new Int32Array(factors).fill(FIXED);
    if (first !== undefined && hasEqualIntercepts) factorMeans.forEach((_, f) => (factorMeans[f] = next()));
    layouts.push({ loadings, residuals, factorCovariances, intercepts, factorMeans });
  }
  return { structure, groups: layouts, size, hasMeans };
}

/** Moments that the data have and the model doesn't estimate: may come out below 0. */
export function degreesOfFreedom({ structure, groups, size, hasMeans }: ModelLayout): number {
  const items = structure.factorOf.length;
  return groups.length * ((items * (items + 1)) / 2 + (hasMeans ? items : 0)) - size;
}
