import { codeOffset } from '../answer-column.ts';
import type { OptionColumn } from '../answer-column.ts';
import type { UnitIndex } from '../unit-index.ts';

/** The figures as their definitions read, person by person and without any haste: what the fast ways are held against. */

/** One person's answers on their own scale; null = missing. */
function answersOf(columns: readonly OptionColumn[], row: number): (number | null)[] {
  return columns.map((column) => {
    const code = column.codes[row] ?? 0;
    return code === 0 ? null : code + codeOffset(column);
  });
}

function people(columns: readonly OptionColumn[]): number[] {
  return Array.from(columns[0]?.codes ?? [], (_, row) => row);
}

export function plainScores(columns: readonly OptionColumn[]): number[] {
  return people(columns).map((row) => {
    const given = answersOf(columns, row).filter((answer) => answer !== null);
    const isEnough = given.length > 0 && given.length * 2 >= columns.length;
    return isEnough ? given.reduce((sum, answer) => sum + answer, 0) / given.length : Number.NaN;
  });
}

/** Sums over who gave both answers, in codes (1 = the lowest option). */
export function plainPair(first: OptionColumn, second: OptionColumn, rows: Uint8Array | null) {
  const sums = { count: 0, sum: 0, square: 0, product: 0 };
  people([first]).forEach((row) => {
    const [x, y] = [first.codes[row] ?? 0, second.codes[row] ?? 0];
    if (x === 0 || y === 0 || rows?.[row] === 0) return;
    sums.count += 1;
    sums.sum += x;
    sums.square += x * x;
    sums.product += x * y;
  });
  return sums;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Per unit: number, mean and within squares of the scores; number and spread of who answered every item. */
export function plainUnits(columns: readonly OptionColumn[], { unit, count }: UnitIndex) {
  const scores = plainScores(columns);
  return Array.from({ length: count }, (_, at) => {
    const rows = people(columns).filter((row) => unit[row] === at);
    const own = rows.map((row) => scores[row] as number).filter((score) => !Number.isNaN(score));
    const complete = rows
      .map((row) => answersOf(columns, row).filter((answer) => answer !== null))
      .filter(({ length }) => length === columns.length);
    const perItem = columns.map((_, item) => complete.map((answers) => answers[item] as number));
    const apart = (values: readonly number[], power: 1 | 2): number =>
      values.reduce((sum, value) => sum + Math.abs(value - mean(values)) ** power, 0);
    return {
      n: own.length,
      mean: own.length === 0 ? 0 : mean(own),
      withinSquares: own.length === 0 ? 0 : apart(own, 2),
      complete: complete.length,
      meanVariance: complete.length < 2 ? 0 : mean(perItem.map((values) => apart(values, 2) / (values.length - 1))),
      averageDeviation: complete.length < 2 ? 0 : mean(perItem.map((values) => apart(values, 1) / values.length)),
    };
  });
}
