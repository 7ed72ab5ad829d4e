import { codeOffset, columnLength } from './answer-column.ts';
import type { AnswerColumn } from './answer-column.ts';

/**
 * Each person's score on a scale: the mean of the items answered, when at least half of the items were answered.
 * One element a person, in the unit of the answers; NaN where there is no score.
 *
 * `columns`: the scale's items, already reversed where keyed the other way. This equals imputing a person's own mean;
 * it assumes that the items left out are like those answered. Source: convention of psych's `scoreItems`, with the
 * half rule of Newman (2014), Organizational Research Methods 17:372.
 */
export function personScores(columns: readonly AnswerColumn[]): Float64Array {
  const first = columns[0];
  const rows = first === undefined ? 0 : columnLength(first);
  const sums = new Float64Array(rows);
  const counts = new Uint16Array(rows);
  for (const column of columns) {
    if (column.kind === 'options') {
      const { codes } = column;
      const offset = codeOffset(column);
      for (let row = 0; row < rows; row += 1) {
        const code = codes[row] as number;
        if (code === 0) continue;
        sums[row] = (sums[row] as number) + code + offset;
        counts[row] = (counts[row] as number) + 1;
      }
    } else {
      const { values } = column;
      for (let row = 0; row < rows; row += 1) {
        const value = values[row] as number;
        if (Number.isNaN(value)) continue;
        sums[row] = (sums[row] as number) + value;
        counts[row] = (counts[row] as number) + 1;
      }
    }
  }
  for (let row = 0; row < rows; row += 1) {
    const count = counts[row] as number;
    sums[row] = count > 0 && count * 2 >= columns.length ? (sums[row] as number) / count : Number.NaN;
  }
  return sums;
}

/**
 * A mean on the scale 0–100: 0 at the lowest answer possible, 100 at the highest. Linear, so it may be taken of a
 * mean as well as of a person. Needs `maximum` above `minimum`.
 */
export function scoreFromMean(mean: number, minimum: number, maximum: number): number {
  return ((mean - minimum) / (maximum - minimum)) * 100;
}
