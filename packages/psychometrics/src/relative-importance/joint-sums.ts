/** Sums of several variables over the same people, in blocks of people that stay together when they are resampled. */
export interface JointSums {
  readonly variables: number;
  readonly blocks: number;
  /** People per block. */
  readonly n: Float64Array;
  /** Per block: the sums of the variables, counted from their overall means. */
  readonly sums: Float64Array;
  /** Per block: the sums of products, the upper triangle row by row, counted from the overall means. */
  readonly products: Float64Array;
}

/** The rows in which every variable has a value (NaN = missing). */
export function rowsWithAll(variables: readonly Float64Array[]): Int32Array {
  const length = variables[0]?.length ?? 0;
  const rows: number[] = [];
  for (let row = 0; row < length; row += 1) {
    if (variables.every((values) => !Number.isNaN(values[row] as number))) rows.push(row);
  }
  return Int32Array.from(rows);
}

/** The mean over these rows, counted from the first value: equal values give exactly that value. */
function meanOf(values: Float64Array, rows: Int32Array): number {
  const first = values[rows[0] as number] as number;
  let sum = 0;
  for (const row of rows) sum += (values[row] as number) - first;
  return first + sum / rows.length;
}

/** `blockOf`: for each of the rows (at least one), the block from 0 to `blocks` − 1 that it belongs to. */
export function jointSums(
  variables: readonly Float64Array[],
  rows: Int32Array,
  blockOf: Int32Array,
  blocks: number,
): JointSums {
  const count = variables.length;
  const size = (count * (count + 1)) / 2;
  const n = new Float64Array(blocks);
  const sums = new Float64Array(blocks * count);
  const products = new Float64Array(blocks * size);
  const means = variables.map((values) => meanOf(values, rows));
  const deviations = new Float64Array(count);
  rows.forEach((row, index) => {
    const block = blockOf[index] as number;
    n[block] = (n[block] as number) + 1;
    variables.forEach((values, variable) => {
      deviations[variable] = (values[row] as number) - (means[variable] as number);
    });
    let at = block * size;
    for (let i = 0; i < count; i += 1) {
      const deviation = deviations[i] as number;
      sums[block * count + i] = (sums[block * count + i] as number) + deviation;
      for (let j = i; j < count; j += 1, at += 1) {
        products[at] = (products[at] as number) + deviation * (deviations[j] as number);
      }
    }
  });
  return { variables: count, blocks, n, sums, products };
}

/** A variable that varies less than this beside its products doesn't vary, but for rounding. */
const ROUNDING = 1e-13;

/**
 * The correlations over the blocks, each counted `times[block]` times; null when a variable doesn't vary among them.
 */
export function jointCorrelations(joint: JointSums, times: ArrayLike<number>): Float64Array | null {
  const { variables: count, blocks } = joint;
  const size = (count * (count + 1)) / 2;
  const sums = new Float64Array(count);
  const products = new Float64Array(size);
  let n = 0;
  for (let block = 0; block < blocks; block += 1) {
    const weight = times[block] as number;
    if (weight === 0) continue;
    n += weight * (joint.n[block] as number);
    const sumsAt = block * count;
    const productsAt = block * size;
    for (let i = 0; i < count; i += 1) sums[i] = (sums[i] as number) + weight * (joint.sums[sumsAt + i] as number);
    for (let k = 0; k < size; k += 1) {
      products[k] = (products[k] as number) + weight * (joint.products[productsAt + k] as number);
    }
  }
  const correlations = new Float64Array(count * count);
  const sds = new Float64Array(count);
  let at = 0;
  for (let i = 0; i < count; i += 1) {
    for (let j = i; j < count; j += 1, at += 1) {
      const raw = products[at] as number;
      const product = raw - ((sums[i] as number) * (sums[j] as number)) / n;
      if (i === j) {
        if (!(product > ROUNDING * raw)) return null;
        sds[i] = Math.sqrt(product);
      }
      correlations[i * count + j] = correlations[j * count + i] = product;
    }
  }
  for (let i = 0; i < count; i += 1) {
    for (let j = 0; j < count; j += 1) {
      const scaled = (correlations[i * count + j] as number) / ((sds[i] as number) * (sds[j] as number));
      correlations[i * count + j] = i === j ? 1 : scaled;
    }
  }
  return correlations;
}
