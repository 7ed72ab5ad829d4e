import { codeOffset, columnLength } from './answer-column.ts';
import type { AnswerColumn, NumberColumn, OptionColumn } from './answer-column.ts';
import { isByteColumn } from './counting/answer-patterns.ts';
import { jointCounts } from './counting/joint-counts.ts';
import { filledBytes, wordsOf } from './counting/words.ts';
import { defined, notDefined } from './figure.ts';
import type { Figure } from './figure.ts';
import { numberPair, optionPair, sumsOfTable } from './pair-sums.ts';
import type { PairSums } from './pair-sums.ts';

/**
 * Sums over the people who answered both of two items, for every two of k items. Each array is k × k, row by row.
 * Answers are counted from `shift[i]`, so that squares of large numbers lose no digits.
 */
export interface PairMoments {
  readonly size: number;
  readonly shift: Float64Array;
  /** How many people answered both i and j; on the diagonal, how many answered i. */
  readonly counts: Float64Array;
  /** Sum of the answers to i (the row) among those. */
  readonly sums: Float64Array;
  /** Sum of the squares of the answers to i (the row) among those. */
  readonly squares: Float64Array;
  /** Sum of the products of the answers to i and j among those. */
  readonly products: Float64Array;
}

function asNumbers(column: AnswerColumn): Float64Array {
  if (column.kind === 'numbers') return column.values;
  const offset = codeOffset(column);
  return Float64Array.from(column.codes, (code) => (code === 0 ? Number.NaN : code + offset));
}

/** The first answer: only a number to count from, near the others, and it leaves exactly 0 when all are alike. */
function numberShift(column: NumberColumn): number {
  return column.values.find((value) => !Number.isNaN(value)) ?? 0;
}

/** From so many people, counting patterns of several items at a time is faster than counting each two items apart. */
export const PEOPLE_FOR_PATTERNS = 2048;

function emptyMoments(columns: readonly AnswerColumn[]): PairMoments {
  const areAllOptions = columns.every(({ kind }) => kind === 'options');
  const shift = Float64Array.from(columns, (column) =>
    column.kind === 'numbers' ? numberShift(column) : areAllOptions ? codeOffset(column) : column.minimum,
  );
  const make = (): Float64Array => new Float64Array(columns.length ** 2);
  return { size: columns.length, shift, counts: make(), sums: make(), squares: make(), products: make() };
}

function setPair(moments: PairMoments, i: number, j: number, pair: PairSums): void {
  const here = i * moments.size + j;
  const mirrored = j * moments.size + i;
  moments.counts[here] = moments.counts[mirrored] = pair.count;
  moments.products[here] = moments.products[mirrored] = pair.product;
  moments.sums[here] = pair.sumFirst;
  moments.squares[here] = pair.squareFirst;
  moments.sums[mirrored] = pair.sumSecond;
  moments.squares[mirrored] = pair.squareSecond;
}

/** Every two items apart, whatever their kind. */
function countedApart(columns: readonly AnswerColumn[], rows: Uint8Array | null): PairMoments {
  const moments = emptyMoments(columns);
  const { shift } = moments;
  const areAllOptions = columns.every(({ kind }) => kind === 'options');
  const numbers = areAllOptions ? [] : columns.map(asNumbers);
  for (let i = 0; i < columns.length; i += 1) {
    for (let j = i; j < columns.length; j += 1) {
      const pair = areAllOptions
        ? optionPair(columns[i] as OptionColumn, columns[j] as OptionColumn, rows)
        : numberPair(
            numbers[i] as Float64Array,
            numbers[j] as Float64Array,
            shift[i] as number,
            shift[j] as number,
            rows,
          );
      setPair(moments, i, j, pair);
    }
  }
  return moments;
}

/**
 * The sums over pairs from which covariances, alpha, item-rest correlations and correlations follow.
 *
 * `columns`: k items of equal length, one element a person. `rows`, if given, has 1 for each person who takes part
 * and 0 for the others (see {@link completeRows} for listwise deletion); without it, deletion is pairwise.
 * Items with answer options are counted in joint tables (exact; see `counting/joint-counts.ts`); any other number is
 * counted from the first answer.
 */
export function pairMoments(columns: readonly AnswerColumn[], rows: Uint8Array | null = null): PairMoments {
  const [first] = columns;
  if (first === undefined || columnLength(first) < PEOPLE_FOR_PATTERNS || !columns.every(isByteColumn))
    return countedApart(columns, rows);
  const moments = emptyMoments(columns);
  jointCounts(columns, rows, (i, j, table) => setPair(moments, i, j, sumsOfTable(table)));
  return moments;
}

/** The moments of some of the items, in the order of `places`: what counting only those would have given. */
export function momentsOf(moments: PairMoments, places: readonly number[]): PairMoments {
  const pick = (values: Float64Array): Float64Array =>
    Float64Array.from(
      places.flatMap((i) => places.map((j) => i * moments.size + j)),
      (at) => values[at] as number,
    );
  return {
    size: places.length,
    shift: Float64Array.from(places, (place) => moments.shift[place] as number),
    counts: pick(moments.counts),
    sums: pick(moments.sums),
    squares: pick(moments.squares),
    products: pick(moments.products),
  };
}

/** Who answered all of these items: 1 for those, 0 for the others. For listwise deletion. */
export function completeRows(columns: readonly AnswerColumn[]): Uint8Array {
  const first = columns[0];
  const complete = new Uint8Array(first === undefined ? 0 : columnLength(first)).fill(1);
  for (const column of columns) {
    if (isByteColumn(column)) {
      keepAnswered(complete, column.codes);
    } else if (column.kind === 'options') {
      const { codes } = column;
      for (let row = 0; row < codes.length; row += 1) if (codes[row] === 0) complete[row] = 0;
    } else {
      const { values } = column;
      for (let row = 0; row < values.length; row += 1) if (Number.isNaN(values[row])) complete[row] = 0;
    }
  }
  return complete;
}

function keepAnswered(complete: Uint8Array, codes: Uint8Array): void {
  const to = wordsOf(complete);
  const from = wordsOf(codes);
  for (let word = 0; word < from.length; word += 1) to[word] = (to[word] as number) & filledBytes(from[word] as number);
  for (let row = from.length * 4; row < codes.length; row += 1) if (codes[row] === 0) complete[row] = 0;
}

/**
 * The covariance of two items over the people who answered both, as R's `cov(use = "pairwise.complete.obs")`: about
 * the means of those people, divided by their number minus one. On the diagonal the variance.
 * Undefined (`tooFewPairs`) under two such people.
 */
export function pairCovariance(moments: PairMoments, i: number, j: number): Figure {
  const here = i * moments.size + j;
  const mirrored = j * moments.size + i;
  const n = moments.counts[here] as number;
  if (n < 2) return notDefined('tooFewPairs');
  const product = moments.products[here] as number;
  const correction = ((moments.sums[here] as number) * (moments.sums[mirrored] as number)) / n;
  return defined((product - correction) / (n - 1));
}
