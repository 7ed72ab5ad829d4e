import { choleskyFactor, choleskyInverse, choleskyLogDeterminant } from '../linear-algebra/cholesky.ts';
import type { GroupModel } from './group-model.ts';
import type { IncompleteData, MissingPattern } from './incomplete-data.ts';
import type { Moments } from './moments.ts';

type Normal = Pick<GroupModel, 'inverse' | 'logDeterminant' | 'means'>;

export interface Expectation {
  /** −2 × the log likelihood of what was answered per person, without its constant. */
  readonly discrepancy: number;
  /** The moments to expect had everybody answered everything. */
  readonly moments: Moments;
}

/**
 * Running sums over people: of imputed answers, of their products with given answers, and of products among them (of
 * these, as of `uncertain`, the lower triangle: missing items stand in order).
 */
interface Sums {
  readonly imputed: Float64Array;
  readonly withGiven: Float64Array;
  readonly among: Float64Array;
  /** Conditional covariances of what is missing. */
  readonly uncertain: Float64Array;
  logDeterminants: number;
}

/** The rows and columns of the inverse covariances that belong to the missing items. */
function missingBlock(inverse: Float64Array, size: number, missing: Int32Array): Float64Array {
  const width = missing.length;
  const block = new Float64Array(width * width);
  for (let a = 0; a < width; a += 1) {
    const from = (missing[a] as number) * size;
    for (let b = 0; b < width; b += 1) block[a * width + b] = inverse[from + (missing[b] as number)] as number;
  }
  return block;
}

/** Adds the people of one pattern; false where the normal distribution doesn't exist. */
function addPattern({ missing, rows, count }: MissingPattern, { inverse, means }: Normal, sums: Sums): boolean {
  const size = means.length;
  const width = missing.length;
  const block = missingBlock(inverse, size, missing);
  const factor = choleskyFactor(block, width);
  if (factor === null) return false;
  const conditional = choleskyInverse(factor, width);
  sums.logDeterminants += count * choleskyLogDeterminant(factor, width);
  const { withGiven, among, uncertain } = sums;
  // What the means pull: everything but the missing items' own part.
  const base = new Float64Array(width);
  for (let a = 0; a < width; a += 1) {
    const from = (missing[a] as number) * size;
    let sum = 0;
    for (let j = 0; j < size; j += 1) sum += (inverse[from + j] as number) * (means[j] as number);
    for (let b = 0; b < width; b += 1)
      sum -= (block[a * width + b] as number) * (means[missing[b] as number] as number);
    base[a] = sum;
  }
  const pulled = new Float64Array(width);
  const imputed = new Float64Array(width);
  for (let row = 0; row < count; row += 1) {
    const at = row * size;
    for (let a = 0; a < width; a += 1) {
      const from = (missing[a] as number) * size;
      let sum = 0;
      for (let j = 0; j < size; j += 1) sum += (inverse[from + j] as number) * (rows[at + j] as number);
      pulled[a] = sum - (base[a] as number);
    }
    for (let a = 0; a < width; a += 1) {
      const item = missing[a] as number;
      let value = means[item] as number;
      for (let b = 0; b < width; b += 1) value -= (conditional[a * width + b] as number) * (pulled[b] as number);
      imputed[a] = value;
      sums.imputed[item] = (sums.imputed[item] as number) + value;
      const into = item * size;
      for (let j = 0; j < size; j += 1) {
        withGiven[into + j] = (withGiven[into + j] as number) + value * (rows[at + j] as number);
      }
      for (let b = 0; b <= a; b += 1) {
        const here = into + (missing[b] as number);
        among[here] = (among[here] as number) + value * (imputed[b] as number);
      }
    }
  }
  for (let a = 0; a < width; a += 1) {
    for (let b = 0; b <= a; b += 1) {
      const here = (missing[a] as number) * size + (missing[b] as number);
      uncertain[here] = (uncertain[here] as number) + count * (conditional[a * width + b] as number);
    }
  }
  return true;
}

/**
 * The likelihood of incomplete data under a normal distribution, and the moments that it expects of complete ones (the
 * E step). Only the missing part of the inverse covariances is factored: with Σ⁻¹ = P and items m missing,
 * |Σ of the answered| = |Σ| |P_mm|, and an answer's expectation and the likelihood follow from P_mm alone.
 * The slopes of the likelihood are those of complete data with the expected moments (Dempster, Laird & Rubin 1977,
 * JRSS B 39:1), so that this is all that maximum likelihood with missing answers needs.
 */
export function expectedMoments(data: IncompleteData, normal: Normal): Expectation | null {
  const { size, people, products, patterns } = data;
  const { inverse, logDeterminant, means } = normal;
  const square = (): Float64Array => new Float64Array(size * size);
  const sums: Sums = {
    imputed: new Float64Array(size),
    withGiven: square(),
    among: square(),
    uncertain: square(),
    logDeterminants: 0,
  };
  for (const pattern of patterns) if (!addPattern(pattern, normal, sums)) return null;
  // Given answers are counted from their own means, so that their sums are 0.
  const mean = sums.imputed.map((sum) => sum / people);
  const covariances = square();
  let quadratic = 0;
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      const here = i * size + j;
      const mirrored = j * size + i;
      const given =
        (products[here] as number) + (sums.withGiven[here] as number) + (sums.withGiven[mirrored] as number);
      const filled = (given + (sums.among[here] as number)) / people;
      const about = filled - (mean[i] as number) * (mean[j] as number);
      const [first, second] = [(mean[i] as number) - (means[i] as number), (mean[j] as number) - (means[j] as number)];
      quadratic += (i === j ? 1 : 2) * (inverse[here] as number) * (about + first * second);
      covariances[here] = covariances[mirrored] = about + (sums.uncertain[here] as number) / people;
    }
  }
  return {
    discrepancy: logDeterminant + sums.logDeterminants / people + quadratic,
    moments: { covariances, means: mean },
  };
}
