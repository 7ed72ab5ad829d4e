import { codeOffset, columnLength } from './answer-column.ts';
import type { AnswerColumn, OptionColumn } from './answer-column.ts';
import { inBlocks } from './counting/in-blocks.ts';
import { scoreTally } from './counting/score-tally.ts';

/**
 * Each person's score on a scale: the mean of the items answered, when at least half of the items were answered.
 * One element a person, in the unit of the answers; NaN where there is no score.
 *
 * `columns`: the scale's items, already reversed where keyed the other way. This equals imputing a person's own mean;
 * it assumes that the items left out are like those answered. Source: convention of psych's `scoreItems`, with the
 * half rule of Newman (2014), Organizational Research Methods 17:372.
 */
export function personScores(columns: readonly AnswerColumn[]): Float64Array {
  const options = columns.filter((column): column is OptionColumn => column.kind === 'options');
  const tally = options.length === columns.length ? scoreTally(options) : null;
  if (tally === null) return addedUp(columns);
  const { codes, scores } = tally;
  const found = new Float64Array(options[0]?.codes.length ?? 0);
  inBlocks(found.length, (from, to) => lookUp(found, scores, codes, from, to));
  return found;
}

function lookUp(
  found: Float64Array,
  scores: Float64Array,
  codes: Uint8Array | Uint16Array,
  from: number,
  to: number,
): void {
  for (let row = from; row < to; row += 1) found[row] = scores[codes[row] as number] as number;
}

/** For answers of any kind. */
function addedUp(columns: readonly AnswerColumn[]): Float64Array {
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
