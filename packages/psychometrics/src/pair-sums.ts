import { optionCount } from './answer-column.ts';
import type { OptionColumn } from './answer-column.ts';
import type { FoldedTable } from './counting/fold-table.ts';

/** Sums over the people who answered both of two items. */
export interface PairSums {
  count: number;
  sumFirst: number;
  sumSecond: number;
  squareFirst: number;
  squareSecond: number;
  product: number;
}

const nothing = (): PairSums => ({
  count: 0,
  sumFirst: 0,
  sumSecond: 0,
  squareFirst: 0,
  squareSecond: 0,
  product: 0,
});

/** From how often each code goes with each; row 0 and column 0 are who left one out. Whole numbers, so exact. */
export function sumsOfTable({ counts, height, width }: FoldedTable): PairSums {
  const sums = nothing();
  for (let i = 1; i < height; i += 1) {
    for (let j = 1; j < width; j += 1) {
      const count = counts[i * width + j] as number;
      sums.count += count;
      sums.sumFirst += count * i;
      sums.sumSecond += count * j;
      sums.squareFirst += count * i * i;
      sums.squareSecond += count * j * j;
      sums.product += count * i * j;
    }
  }
  return sums;
}

/** For two items alone: one table, one pass over the people. Exact, and independent of their order. */
export function optionPair(first: OptionColumn, second: OptionColumn, rows: Uint8Array | null): PairSums {
  const width = optionCount(second) + 1;
  const height = optionCount(first) + 1;
  const counts = new Int32Array(width * height);
  const a = first.codes;
  const b = second.codes;
  for (let row = 0; row < a.length; row += 1) {
    const at = (a[row] as number) * width + (b[row] as number);
    counts[at] = (counts[at] as number) + (rows === null ? 1 : (rows[row] as number));
  }
  return sumsOfTable({ counts, height, width });
}

/** For any numbers, counted from `shiftA` and `shiftB`. */
export function numberPair(
  a: Float64Array,
  b: Float64Array,
  shiftA: number,
  shiftB: number,
  rows: Uint8Array | null,
): PairSums {
  const sums = nothing();
  for (let row = 0; row < a.length; row += 1) {
    const x = (a[row] as number) - shiftA;
    const y = (b[row] as number) - shiftB;
    if (Number.isNaN(x + y) || rows?.[row] === 0) continue;
    sums.count += 1;
    sums.sumFirst += x;
    sums.sumSecond += y;
    sums.squareFirst += x * x;
    sums.squareSecond += y * y;
    sums.product += x * y;
  }
  return sums;
}
