import { columnLength } from '../answer-column.ts';
import type { AnswerColumn } from '../answer-column.ts';
import { covarianceMatrix } from '../covariance-matrix.ts';
import { notDefined } from '../figure.ts';
import type { Figure } from '../figure.ts';
import { choleskyFactor } from '../linear-algebra/cholesky.ts';
import { completeRows, pairMoments } from '../pair-moments.ts';
import type { GroupSample } from './moments.ts';

export interface GroupSamples {
  /** Which of the groups take part, by their number; in the order of `samples`. */
  readonly present: readonly number[];
  /** How many people of each of those answered everything. */
  readonly sizes: readonly number[];
  /** In units of the standard deviation within groups, from the mean of everybody. */
  readonly samples: readonly GroupSample[];
}

/** A pivot below this share of its variance: the item is a combination of the others, to rounding. */
const SINGULAR_TOLERANCE = 1e-10;

interface RawGroup {
  readonly group: number;
  readonly n: number;
  /** Divided by n. */
  readonly covariances: Float64Array;
  readonly means: Float64Array;
}

function rawGroup(columns: readonly AnswerColumn[], rows: Uint8Array, group: number): RawGroup | null {
  const size = columns.length;
  const moments = pairMoments(columns, rows);
  const n = moments.counts[0] as number;
  const covariances = covarianceMatrix(moments).value;
  if (n <= size || covariances === null) return null;
  const means = Float64Array.from(
    { length: size },
    (_, i) => (moments.sums[i * (size + 1)] as number) / n + (moments.shift[i] as number),
  );
  return { group, n, covariances: covariances.values.map((each) => (each * (n - 1)) / n), means };
}

/**
 * Moments of every group over the people who answered all items.
 *
 * `groupOf`: each person's group, −1 = none (left out). A group with no more such people than items has no invertible
 * covariances and is left out. Undefined: fewer than two groups left (`tooFewGroups`); an item that doesn't vary in one
 * of them (`noVariance`); items that are copies or sums of others in one of them (`singularCovariance`).
 */
export function groupSamples(
  columns: readonly AnswerColumn[],
  groupOf: Int32Array,
  groups: number,
): Figure<GroupSamples> {
  const size = columns.length;
  const complete = completeRows(columns);
  const people = columns[0] === undefined ? 0 : columnLength(columns[0]);
  const counts = new Float64Array(groups);
  for (let row = 0; row < people; row += 1) {
    const group = groupOf[row] as number;
    if (group >= 0) counts[group] = (counts[group] as number) + (complete[row] as number);
  }
  const raw = Array.from(counts).flatMap((count, group) => {
    if (count <= size) return [];
    const rows = complete.map((isComplete, row) => (groupOf[row] === group ? isComplete : 0));
    return rawGroup(columns, rows, group) ?? [];
  });
  if (raw.length < 2) return notDefined('tooFewGroups');
  const total = raw.reduce((sum, { n }) => sum + n, 0);
  const pooled = (pick: (each: RawGroup, i: number) => number): Float64Array =>
    Float64Array.from({ length: size }, (_, i) => raw.reduce((sum, each) => sum + (each.n / total) * pick(each, i), 0));
  const means = pooled((each, i) => each.means[i] as number);
  const sds = pooled((each, i) => each.covariances[i * (size + 1)] as number).map(Math.sqrt);
  const samples = raw.map(({ n, covariances, means: own }): GroupSample => ({
    share: n / total,
    covariances: covariances.map(
      (each, k) => each / ((sds[Math.floor(k / size)] as number) * (sds[k % size] as number)),
    ),
    means: own.map((mean, i) => (mean - (means[i] as number)) / (sds[i] as number)),
  }));
  for (const { covariances } of samples) {
    for (let i = 0; i < size; i += 1)
      if (!((covariances[i * (size + 1)] as number) > 0)) return notDefined('noVariance');
    if (choleskyFactor(covariances, size, SINGULAR_TOLERANCE) === null) return notDefined('singularCovariance');
  }
  return { value: { present: raw.map(({ group }) => group), sizes: raw.map(({ n }) => n), samples } };
}
