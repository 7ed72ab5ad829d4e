import { choleskyFactor } from '../linear-algebra/cholesky.ts';
import { FIXED } from './model-layout.ts';
import type { FactorStructure, ModelLayout } from './model-layout.ts';
import type { GroupSample } from './moments.ts';

const LEAST_LOADING = 0.3;
const MOST_LOADING = 0.95;
const MOST_CORRELATION = 0.9;
const POWER_STEPS = 50;

/** The direction in which the items of one factor vary most: their first eigenvector, for signs and proportions. */
function firstDirection(correlations: Float64Array, size: number, items: readonly number[]): number[] {
  let vector = items.map((_, k) => 1 + 0.01 * k);
  for (let step = 0; step < POWER_STEPS; step += 1) {
    const next = items.map((i) =>
      items.reduce((sum, j, k) => sum + (correlations[i * size + j] as number) * (vector[k] as number), 0),
    );
    const length = Math.sqrt(next.reduce((sum, each) => sum + each * each, 0));
    if (!(length > 0)) break;
    vector = next.map((each) => each / length);
  }
  return vector.reduce((sum, each) => sum + each, 0) < 0 ? vector.map((each) => -each) : vector;
}

/** Loadings in proportion to the first direction, of the size that the average correlation between the items asks for. */
function loadingsOf(correlations: Float64Array, structure: FactorStructure): Float64Array {
  const size = structure.factorOf.length;
  const loadings = new Float64Array(size);
  for (let f = 0; f < structure.factors; f += 1) {
    const items = structure.factorOf.flatMap((of, i) => (of === f ? [i] : []));
    const along = firstDirection(correlations, size, items);
    let covered = 0;
    let products = 0;
    items.forEach((i, k) => {
      items.forEach((j, l) => {
        if (k === l) return;
        const product = (along[k] as number) * (along[l] as number);
        covered += product * (correlations[i * size + j] as number);
        products += product * product;
      });
    });
    const stretch = Math.sqrt(Math.max(0, covered) / products);
    items.forEach((i, k) => {
      const loading = stretch * (along[k] as number);
      loadings[i] = Math.sign(loading || 1) * Math.min(MOST_LOADING, Math.max(LEAST_LOADING, Math.abs(loading)));
    });
  }
  return loadings;
}

/** Correlations of the factors from those of their items, drawn towards 0 until they are possible. */
function factorCorrelations(
  correlations: Float64Array,
  structure: FactorStructure,
  loadings: Float64Array,
): Float64Array {
  const { factorOf, factors } = structure;
  const size = factorOf.length;
  const covered = new Float64Array(factors * factors);
  const weights = new Float64Array(factors * factors);
  factorOf.forEach((f, i) => {
    factorOf.forEach((h, j) => {
      const product = (loadings[i] as number) * (loadings[j] as number);
      covered[f * factors + h] =
        (covered[f * factors + h] as number) + product * (correlations[i * size + j] as number);
      weights[f * factors + h] = (weights[f * factors + h] as number) + product * product;
    });
  });
  const between = covered.map((sum, k) =>
    k % (factors + 1) === 0 ? 1 : Math.max(-MOST_CORRELATION, Math.min(MOST_CORRELATION, sum / (weights[k] as number))),
  );
  for (let strength = 1; strength > 0.01; strength *= 0.8) {
    const drawn = between.map((each, k) => (k % (factors + 1) === 0 ? 1 : strength * each));
    if (choleskyFactor(drawn, factors, 0.01) !== null) return drawn;
  }
  return between.map((_, k) => (k % (factors + 1) === 0 ? 1 : 0));
}

/** Where to begin, for samples whose items have variances about 1 and means about 0. */
export function startingValues(layout: ModelLayout, samples: readonly GroupSample[]): Float64Array {
  const { structure } = layout;
  const size = structure.factorOf.length;
  const correlations = new Float64Array(size * size);
  for (const { covariances, share } of samples) {
    covariances.forEach((each, k) => (correlations[k] = (correlations[k] as number) + share * each));
  }
  const loadings = loadingsOf(correlations, structure);
  const between = factorCorrelations(correlations, structure, loadings);
  const start = new Float64Array(layout.size);
  const put = (places: Int32Array, values: (index: number) => number): void =>
    places.forEach((place, index) => {
      if (place !== FIXED) start[place] = values(index);
    });
  layout.groups.forEach((group, g) => {
    const { covariances, means } = samples[g] as GroupSample;
    put(group.loadings, (i) => loadings[i] as number);
    put(group.residuals, (i) => (covariances[i * (size + 1)] as number) * (1 - (loadings[i] as number) ** 2));
    put(group.factorCovariances, (k) => between[k] as number);
    put(group.intercepts, (i) => means[i] as number);
  });
  return start;
}
