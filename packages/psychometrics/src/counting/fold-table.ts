import type { AnswerPatterns } from './answer-patterns.ts';
import { TABLE_WIDTH } from './joint-table.ts';

/** Counts of patterns of one group of items (columns) for each answer to one item of the other (rows). */
export interface FoldedTable {
  readonly counts: Int32Array;
  readonly height: number;
  readonly width: number;
}

/** The joint table with its rows added up by what the item at `index` of the first group has in them. */
export function foldRows(table: Int32Array, first: AnswerPatterns, index: number, second: AnswerPatterns): FoldedTable {
  const width = second.size;
  const height = first.widths[index] as number;
  const counts = new Int32Array(height * width);
  const codes = first.codesOf[index] as Uint8Array;
  for (let pattern = 0; pattern < first.size; pattern += 1)
    addRow(table, pattern * TABLE_WIDTH, counts, (codes[pattern] as number) * width, width);
  return { counts, height, width };
}

function addRow(table: Int32Array, from: number, counts: Int32Array, to: number, width: number): void {
  for (let at = 0; at < width; at += 1) counts[to + at] = (counts[to + at] as number) + (table[from + at] as number);
}

/** How often each answer to one item goes with each to another: columns added up by the item at `index` in them. */
export function foldColumns({ counts, height, width }: FoldedTable, group: AnswerPatterns, index: number): FoldedTable {
  const options = group.widths[index] as number;
  const folded = new Int32Array(height * options);
  const codes = group.codesOf[index] as Uint8Array;
  for (let row = 0; row < height; row += 1) {
    for (let pattern = 0; pattern < width; pattern += 1) {
      const to = row * options + (codes[pattern] as number);
      folded[to] = (folded[to] as number) + (counts[row * width + pattern] as number);
    }
  }
  return { counts: folded, height, width: options };
}

/** How many people have each pattern of the group, by the code of its item at `index`: for two items of one group. */
export function foldWithin(patternCounts: Int32Array, group: AnswerPatterns, index: number): FoldedTable {
  const height = group.widths[index] as number;
  const counts = new Int32Array(height * group.size);
  const codes = group.codesOf[index] as Uint8Array;
  for (let pattern = 0; pattern < group.size; pattern += 1)
    counts[(codes[pattern] as number) * group.size + pattern] = patternCounts[pattern] as number;
  return { counts, height, width: group.size };
}
