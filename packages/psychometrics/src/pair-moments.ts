import { codeOffset, columnLength, optionCount } from './answer-column.ts';
import type { AnswerColumn, NumberColumn, OptionColumn } from './answer-column.ts';
import { defined, notDefined } from './figure.ts';
import type { Figure } from './figure.ts';

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

interface Cell {
  count: number;
  sumFirst: number;
  sumSecond: number;
  squareFirst: number;
  squareSecond: number;
  product: number;
}

/** From a table of joint counts: whole numbers throughout, so exact and independent of the order of the people. */
function optionPair(first: OptionColumn, second: OptionColumn, rows: Uint8Array | null): Cell {
  const width = optionCount(second) + 1;
  const height = optionCount(first) + 1;
  const table = new Int32Array(width * height);
  const a = first.codes;
  const b = second.codes;
  if (rows === null) {
    for (let row = 0; row < a.length; row += 1) {
      const at = (a[row] as number) * width + (b[row] as number);
      table[at] = (table[at] as number) + 1;
    }
  } else {
    for (let row = 0; row < a.length; row += 1) {
      const at = (a[row] as number) * width + (b[row] as number);
      table[at] = (table[at] as number) + (rows[row] as number);
    }
  }
  const cell: Cell = { count: 0, sumFirst: 0, sumSecond: 0, squareFirst: 0, squareSecond: 0, product: 0 };
  for (let i = 1; i < height; i += 1) {
    for (let j = 1; j < width; j += 1) {
      const count = table[i * width + j] as number;
      cell.count += count;
      cell.sumFirst += count * i;
      cell.sumSecond += count * j;
      cell.squareFirst += count * i * i;
      cell.squareSecond += count * j * j;
      cell.product += count * i * j;
    }
  }
  return cell;
}

function numberPair(a: Float64Array, b: Float64Array, shiftA: number, shiftB: number, rows: Uint8Array | null): Cell {
  const cell: Cell = { count: 0, sumFirst: 0, sumSecond: 0, squareFirst: 0, squareSecond: 0, product: 0 };
  for (let row = 0; row < a.length; row += 1) {
    const x = (a[row] as number) - shiftA;
    const y = (b[row] as number) - shiftB;
    if (Number.isNaN(x + y) || rows?.[row] === 0) continue;
    cell.count += 1;
    cell.sumFirst += x;
    cell.sumSecond += y;
    cell.squareFirst += x * x;
    cell.squareSecond += y * y;
    cell.product += x * y;
  }
  return cell;
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

/**
 * The sums over pairs from which covariances, alpha, item-rest correlations and correlations follow.
 *
 * `columns`: k items of equal length, one element a person. `rows`, if given, has 1 for each person who takes part
 * and 0 for the others (see {@link completeRows} for listwise deletion); without it, deletion is pairwise.
 * Items with answer options are counted in joint tables (exact); any other number is counted from the first answer.
 */
export function pairMoments(columns: readonly AnswerColumn[], rows: Uint8Array | null = null): PairMoments {
  const size = columns.length;
  const areAllOptions = columns.every((column) => column.kind === 'options');
  const shift = new Float64Array(size);
  const numbers = areAllOptions ? [] : columns.map(asNumbers);
  columns.forEach((column, i) => {
    shift[i] = column.kind === 'numbers' ? numberShift(column) : areAllOptions ? codeOffset(column) : column.minimum;
  });
  const make = (): Float64Array => new Float64Array(size * size);
  const moments = { size, shift, counts: make(), sums: make(), squares: make(), products: make() };
  for (let i = 0; i < size; i += 1) {
    for (let j = i; j < size; j += 1) {
      const cell = areAllOptions
        ? optionPair(columns[i] as OptionColumn, columns[j] as OptionColumn, rows)
        : numberPair(
            numbers[i] as Float64Array,
            numbers[j] as Float64Array,
            shift[i] as number,
            shift[j] as number,
            rows,
          );
      const here = i * size + j;
      const mirrored = j * size + i;
      moments.counts[here] = moments.counts[mirrored] = cell.count;
      moments.products[here] = moments.products[mirrored] = cell.product;
      moments.sums[here] = cell.sumFirst;
      moments.squares[here] = cell.squareFirst;
      moments.sums[mirrored] = cell.sumSecond;
      moments.squares[mirrored] = cell.squareSecond;
    }
  }
  return moments;
}

/** Who answered all of these items: 1 for those, 0 for the others. For listwise deletion. */
export function completeRows(columns: readonly AnswerColumn[]): Uint8Array {
  const first = columns[0];
  const complete = new Uint8Array(first === undefined ? 0 : columnLength(first)).fill(1);
  for (const column of columns) {
    if (column.kind === 'options') {
      const { codes } = column;
      for (let row = 0; row < codes.length; row += 1) if (codes[row] === 0) complete[row] = 0;
    } else {
      const { values } = column;
      for (let row = 0; row < values.length; row += 1) if (Number.isNaN(values[row])) complete[row] = 0;
    }
  }
  return complete;
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
