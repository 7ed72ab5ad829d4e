import { codeOffset, optionCount } from './answer-column.ts';
import type { AnswerColumn, OptionColumn } from './answer-column.ts';
import { inBlocks } from './counting/in-blocks.ts';
import { defined, notDefined } from './figure.ts';
import type { Figure } from './figure.ts';

export interface ItemStatistics {
  /** How many answered, and how many didn't. */
  readonly n: number;
  readonly missing: number;
  readonly mean: Figure;
  readonly sd: Figure;
  /** How many chose each option, from the lowest up. */
  readonly counts: Figure<readonly number[]>;
}

/** How many chose each option; element 0 is how many gave no answer. */
export function optionCounts(column: OptionColumn): Int32Array {
  const counts = new Int32Array(optionCount(column) + 1);
  inBlocks(column.codes.length, (from, to) => addCounts(counts, column.codes, from, to));
  return counts;
}

function addCounts(counts: Int32Array, codes: Uint8Array | Uint16Array, from: number, to: number): void {
  for (let row = from; row < to; row += 1) {
    const code = codes[row] as number;
    counts[code] = (counts[code] as number) + 1;
  }
}

function ofOptions(column: OptionColumn): ItemStatistics {
  const counts = optionCounts(column);
  let n = 0;
  let sum = 0;
  let squares = 0;
  for (let code = 1; code < counts.length; code += 1) {
    const count = counts[code] as number;
    n += count;
    sum += count * code;
    squares += count * code * code;
  }
  return {
    n,
    missing: counts[0] as number,
    mean: n === 0 ? notDefined('noAnswers') : defined(sum / n + codeOffset(column)),
    sd: standardDeviation(n, squares - (n === 0 ? 0 : (sum * sum) / n)),
    counts: defined(Array.from(counts.subarray(1))),
  };
}

function standardDeviation(n: number, sumOfSquares: number): Figure {
  if (n === 0) return notDefined('noAnswers');
  return n === 1 ? notDefined('tooFewAnswers') : defined(Math.sqrt(Math.max(0, sumOfSquares) / (n - 1)));
}

/** Of the values from `from` to before `to`: how many, and the sum and squares of their distances from `origin`. */
function sumsAbout(values: Float64Array, origin: number, from: number, to: number) {
  const sums = { n: 0, sum: 0, squares: 0 };
  for (let row = from; row < to; row += 1) {
    const apart = (values[row] as number) - origin;
    if (Number.isNaN(apart)) continue;
    sums.n += 1;
    sums.sum += apart;
    sums.squares += apart * apart;
  }
  return sums;
}

/**
 * Number, mean and standard deviation of any numbers, NaN = missing: what `describe` of psych calls n, mean, sd.
 * The standard deviation divides by n − 1. Two passes, counted from the first value: no digits are lost,
 * and equal values have a standard deviation of exactly 0.
 */
export function numberStatistics(values: Float64Array): Pick<ItemStatistics, 'n' | 'missing' | 'mean' | 'sd'> {
  const first = values.find((value) => !Number.isNaN(value)) ?? 0;
  let n = 0;
  let sum = 0;
  inBlocks(values.length, (from, to) => {
    const block = sumsAbout(values, first, from, to);
    n += block.n;
    sum += block.sum;
  });
  const missing = values.length - n;
  if (n === 0) return { n, missing, mean: notDefined('noAnswers'), sd: notDefined('noAnswers') };
  const mean = first + sum / n;
  let squares = 0;
  inBlocks(values.length, (from, to) => {
    squares += sumsAbout(values, mean, from, to).squares;
  });
  return { n, missing, mean: defined(mean), sd: standardDeviation(n, squares) };
}

/**
 * What people answered to one item: number, missing, mean, standard deviation (n − 1) and the count of each option.
 *
 * Reverse the column first ({@link reverseColumn}) when the item is keyed the other way. Missing answers are left
 * out. Nobody answered: mean and sd undefined (`noAnswers`); one answer: sd undefined; all the same: sd 0.
 * `counts` is undefined (`notInteger`) for a column of any numbers. Source: definition; equals psych's `describe`.
 */
export function itemStatistics(column: AnswerColumn): ItemStatistics {
  if (column.kind === 'options') return ofOptions(column);
  return { ...numberStatistics(column.values), counts: notDefined('notInteger') };
}
