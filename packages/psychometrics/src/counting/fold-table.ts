import type { AnswerPatterns } from './answer-patterns.ts';
import { TABLE_WIDTH } from './joint-table.ts';

/** Counts of patterns of one group of items (columns) for each answer to one item of the other (rows). */
export interface FoldedTable {
  readonly counts: Float64Array | Int32Array;
  readonly height: number;
  readonly width: number;
}

/** The code of the item at `index` in each pattern. */
function codesInPatterns({ widths, size }: AnswerPatterns, index: number): Uint8Array {
  const step = widths.slice(0, index).reduce((product, width) => product * width, 1);
  const width = widths[index] as number;
  return Uint8Array.from({ length: size }, (_, pattern) => Math.floor(pattern / step) % width);
}

/** The joint table with its rows added up by what the item at `index` of the first group has in them. */
export function foldRows(table: Int32Array, first: AnswerPatterns, index: number, second: AnswerPatterns): FoldedTable {
  const width = second.size;
  const height = first.widths[index] as number;
  const counts = new Float64Array(height * width);
  codesInPatterns(first, index).forEach((code, pattern) => {
    const from = pattern * TABLE_WIDTH;
    const to = code * width;
    for (let at = 0; at < width; at += 1) counts[to + at] = (counts[to + at] as number) + (table[from + at] as number);
  });
  return { counts, height, width };
}

/** How often each answer to one item goes with each to another: columns added up by the item at `index` in them. */
export function foldColumns({ counts, height, width }: FoldedTable, group: AnswerPatterns, index: number): FoldedTable {
  const options = group.widths[index] as number;
  const folded = new Float64Array(height * options);
  const codes = codesInPatterns(group, index);
  for (let row = 0; row < height; row += 1) {
    for (let pattern = 0; pattern < width; pattern += 1) {
      const to = row * options + (codes[pattern] as number);
      folded[to] = (folded[to] as number) + (counts[row * width + pattern] as number);
    }
  }
  return { counts: folded, height, width: options };
}

/** How many people have each pattern of the group, by the code of its item at `index`: for two items of one group. */
export function foldWithin(patternCounts: Float64Array, group: AnswerPatterns, index: number): FoldedTable {
  const height = group.widths[index] as number;
  const counts = new Float64Array(height * group.size);
  codesInPatterns(group, index).forEach((code, pattern) => {
    counts[code * group.size + pattern] = patternCounts[pattern] as number;
  });
  return { counts, height, width: group.size };
}
