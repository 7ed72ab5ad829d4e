import { optionCount } from '../answer-column.ts';
import { answerPatterns, patternGroups } from './answer-patterns.ts';
import type { AnswerPatterns, ByteColumn } from './answer-patterns.ts';
import { foldColumns, foldRows, foldWithin } from './fold-table.ts';
import type { FoldedTable } from './fold-table.ts';
import { TABLE_WIDTH, countJointly } from './joint-table.ts';

/*
 * The idea: 44 items of five options make 990 pairs, and going through a million people for each of them takes over a
 * second. So three items at a time become one pattern of answers (216 of them fit in a byte), which leaves 15 columns
 * and 105 pairs. Of each pair the patterns are counted together in one table, and the nine pairs of items that it
 * holds are added up from that table, whose size doesn't depend on the number of people. Everything is a count: exact,
 * and the same in whatever order people come.
 */

/** Takes the joint counts of items i ≤ j: rows are the codes of i, columns those of j, 0 = missing. */
type TakePair = (i: number, j: number, counts: FoldedTable) => void;

const noItems = (like: AnswerPatterns): AnswerPatterns => ({
  places: [],
  widths: [],
  size: 1,
  codesOf: [],
  codes: new Uint8Array(like.codes.length),
});

/**
 * Counts every two of the items together, each with itself too. `rows`: 1 for who takes part, 0 for who doesn't
 * (counted as missing everywhere); without it everybody does. Pays off from a few thousand people.
 */
export function jointCounts(columns: readonly ByteColumn[], rows: Uint8Array | null, take: TakePair): void {
  const widths = columns.map((column) => optionCount(column) + 1);
  const groups = patternGroups(widths).map((places) => answerPatterns(columns, places, rows));
  const [only] = groups;
  if (only !== undefined && groups.length === 1) groups.push(noItems(only));
  groups.forEach((first, at) => {
    groups.slice(at + 1).forEach((second, step) => {
      const table = countJointly(first, second);
      takeBetween(table, first, second, take);
      if (step === 0) takeWithin(rowSums(table, first, second), first, take);
      if (step === 0 && at === groups.length - 2) takeWithin(columnSums(table, first, second), second, take);
    });
  });
}

function takeBetween(table: Int32Array, first: AnswerPatterns, second: AnswerPatterns, take: TakePair): void {
  first.places.forEach((i, index) => {
    const folded = foldRows(table, first, index, second);
    second.places.forEach((j, other) => take(i, j, foldColumns(folded, second, other)));
  });
}

function takeWithin(patternCounts: Int32Array, group: AnswerPatterns, take: TakePair): void {
  group.places.forEach((i, index) => {
    const folded = foldWithin(patternCounts, group, index);
    for (let other = index; other < group.places.length; other += 1)
      take(i, group.places[other] as number, foldColumns(folded, group, other));
  });
}

function rowSums(table: Int32Array, first: AnswerPatterns, second: AnswerPatterns): Int32Array {
  const sums = new Int32Array(first.size);
  for (let row = 0; row < first.size; row += 1)
    for (let at = 0; at < second.size; at += 1)
      sums[row] = (sums[row] as number) + (table[row * TABLE_WIDTH + at] as number);
  return sums;
}

function columnSums(table: Int32Array, first: AnswerPatterns, second: AnswerPatterns): Int32Array {
  const sums = new Int32Array(second.size);
  for (let row = 0; row < first.size; row += 1)
    for (let at = 0; at < second.size; at += 1)
      sums[at] = (sums[at] as number) + (table[row * TABLE_WIDTH + at] as number);
  return sums;
}
