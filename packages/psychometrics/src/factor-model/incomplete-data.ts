import { codeOffset, columnLength } from '../answer-column.ts';
import type { AnswerColumn } from '../answer-column.ts';
import { notDefined } from '../figure.ts';
import type { Figure } from '../figure.ts';
import type { PairMoments } from '../pair-moments.ts';

/** People who left out the same items. */
export interface MissingPattern {
  readonly missing: Int32Array;
  /** Their answers in standard deviations, a row a person, 0 where missing. */
  readonly rows: Float64Array;
  readonly count: number;
}

/**
 * Answers of which some are missing, made ready for likelihoods: every item in standard deviations (divided by its
 * own number) from its own mean over who answered it. Who answered nothing isn't in it.
 */
export interface IncompleteData {
  readonly size: number;
  readonly people: number;
  /** How many answered each item. */
  readonly counts: Float64Array;
  /** Sums of products over all people, a missing answer counted as 0; those of complete people are in nothing else. */
  readonly products: Float64Array;
  readonly patterns: readonly MissingPattern[];
}

interface Scaling {
  readonly means: Float64Array;
  readonly sds: Float64Array;
}

/** Mean (from the shift) and standard deviation of every item over who answered it. */
function scalingOf({ size, counts, sums, squares }: PairMoments): Figure<Scaling> {
  const means = new Float64Array(size);
  const sds = new Float64Array(size);
  for (let i = 0; i < size; i += 1) {
    const here = i * (size + 1);
    const n = counts[here] as number;
    if (n < 2) return notDefined('tooFewAnswers');
    means[i] = (sums[here] as number) / n;
    sds[i] = Math.sqrt(Math.max(0, (squares[here] as number) / n - (means[i] as number) ** 2));
    if (!((sds[i] as number) > 0)) return notDefined('noVariance');
  }
  return { value: { means, sds } };
}

function standardisedProducts(moments: PairMoments, { means, sds }: Scaling): Float64Array {
  const { size, counts, sums, products } = moments;
  return products.map((product, here) => {
    const i = Math.floor(here / size);
    const j = here % size;
    const [first, second] = [means[i] as number, means[j] as number];
    const apart = product - second * (sums[here] as number) - first * (sums[j * size + i] as number);
    return (apart + (counts[here] as number) * first * second) / ((sds[i] as number) * (sds[j] as number));
  });
}

/** A person's answer to an item from the moments' shift, NaN = missing. */
function readers(columns: readonly AnswerColumn[], shift: Float64Array): ((row: number) => number)[] {
  return columns.map((column, i) => {
    if (column.kind === 'numbers') return (row) => (column.values[row] as number) - (shift[i] as number);
    const offset = codeOffset(column) - (shift[i] as number);
    return (row) => (column.codes[row] === 0 ? Number.NaN : (column.codes[row] as number) + offset);
  });
}

/** The people who left something out, by what they left out, and how many answered nothing. */
function rowsByPattern(read: readonly ((row: number) => number)[], people: number) {
  const byPattern = new Map<string, { readonly missing: number[]; readonly rows: number[] }>();
  let empty = 0;
  for (let row = 0; row < people; row += 1) {
    const missing: number[] = [];
    for (let i = 0; i < read.length; i += 1) if (Number.isNaN(read[i]?.(row))) missing.push(i);
    if (missing.length === read.length) empty += 1;
    if (missing.length === 0 || missing.length === read.length) continue;
    const key = missing.join();
    const found = byPattern.get(key);
    if (found === undefined) byPattern.set(key, { missing, rows: [row] });
    else found.rows.push(row);
  }
  return { patterns: [...byPattern.values()], empty };
}

/**
 * `columns`: the items; `moments`: their pairwise sums. Undefined: an item with fewer than two answers, or without
 * variance; two items that fewer than two people answered both (`tooFewPairs`: the data say nothing of their covariance).
 */
export function incompleteData(columns: readonly AnswerColumn[], moments: PairMoments): Figure<IncompleteData> {
  const { size } = moments;
  const scaling = scalingOf(moments);
  if (scaling.value === null) return scaling;
  if (moments.counts.some((count) => count < 2)) return notDefined('tooFewPairs');
  const { means, sds } = scaling.value;
  const people = columns[0] === undefined ? 0 : columnLength(columns[0]);
  const read = readers(columns, moments.shift);
  const { patterns, empty } = rowsByPattern(read, people);
  return {
    value: {
      size,
      people: people - empty,
      counts: Float64Array.from({ length: size }, (_, i) => moments.counts[i * (size + 1)] as number),
      products: standardisedProducts(moments, scaling.value),
      patterns: patterns.map(({ missing, rows }) => {
        const values = new Float64Array(rows.length * size);
        rows.forEach((row, index) => {
          for (let i = 0; i < size; i += 1) {
            const answer = read[i]?.(row) as number;
            if (!Number.isNaN(answer)) values[index * size + i] = (answer - (means[i] as number)) / (sds[i] as number);
          }
        });
        return { missing: Int32Array.from(missing), rows: values, count: rows.length };
      }),
    },
  };
}
