import { optionCount } from '../answer-column.ts';
import type { OptionColumn } from '../answer-column.ts';
import type { UnitIndex } from '../unit-index.ts';
import type { ScoreTally } from './score-tally.ts';

/** More cells than this (32 MB) would cost more than it gains. */
const MOST_CELLS = 2 ** 23;
/** Few enough for what is noted of them to stay in the fastest memory. */
const PEOPLE_AT_A_TIME = 4096;

/**
 * One scale by unit, as counts: a row a unit, so that all of one person falls in the same stretch of memory. First how
 * many have each score, then for each item how many gave each answer, among the people who answered all items.
 */
export interface UnitTable {
  readonly units: number;
  readonly counts: Int32Array;
  readonly rowLength: number;
  /** The different scores, ascending: the first cells of a row. */
  readonly scores: Float64Array;
  /** Where each item's answers begin in a row (at code 1), and how many options it has. */
  readonly items: readonly ItemCells[];
}

interface ItemCells {
  readonly from: number;
  readonly options: number;
}

/** Counts the scale by unit; people without a unit are left out. Null when the table would be too large. */
export function unitTable(columns: readonly OptionColumn[], tally: ScoreTally, units: UnitIndex): UnitTable | null {
  const scores = Float64Array.from(new Set(tally.scores.filter((score) => !Number.isNaN(score)))).sort();
  // The cell after the scores takes people without one.
  let rowLength = scores.length + 1;
  const items = columns.map((column) => {
    const options = optionCount(column);
    const from = rowLength;
    rowLength += options;
    return { from, options };
  });
  if (rowLength * (units.count + 1) > MOST_CELLS) return null;
  const counts = new Int32Array(rowLength * (units.count + 1));
  const table: UnitTable = { units: units.count, counts, rowLength, scores, items };
  const cells = scoreCells(table, tally);
  const codes = columns.map((column) => column.codes);
  const starts = new Int32Array(PEOPLE_AT_A_TIME);
  for (let from = 0; from < units.unit.length; from += PEOPLE_AT_A_TIME) {
    const to = Math.min(units.unit.length, from + PEOPLE_AT_A_TIME);
    countScores(table, tally, cells, units.unit, starts, from, to);
    countItems(table, codes, starts, from, to);
  }
  return table;
}

/** In which cell of a row each tally is counted; the cell after the scores takes people without one. */
function scoreCells({ scores }: UnitTable, tally: ScoreTally): Uint16Array {
  const places = new Map(Array.from(scores, (score, place) => [score, place]));
  return Uint16Array.from(tally.scores, (score) => places.get(score) ?? scores.length);
}

type Codes = Uint8Array | Uint16Array;

/** Counts the scores, and notes in `starts` where the row of each person begins; the spare row for incomplete answers. */
function countScores(
  { counts, rowLength, units }: UnitTable,
  { codes, items, step }: ScoreTally,
  cells: Uint16Array,
  unit: Int32Array,
  starts: Int32Array,
  from: number,
  to: number,
): void {
  const complete = items * step;
  const spare = units * rowLength;
  for (let row = from; row < to; row += 1) {
    const at = unit[row] as number;
    const tally = codes[row] as number;
    const start = at < 0 ? spare : at * rowLength;
    const cell = start + (cells[tally] as number);
    counts[cell] = (counts[cell] as number) + 1;
    starts[row - from] = tally < complete ? spare : start;
  }
}

/** Four items in one go as long as there are four: scales mostly have four or more. */
function countItems(
  { counts, items }: UnitTable,
  codes: readonly Codes[],
  starts: Int32Array,
  from: number,
  to: number,
): void {
  const cells = items.map((item) => item.from - 1);
  let item = 0;
  for (; item + 4 <= codes.length; item += 4)
    countFour(counts, codes.slice(item, item + 4), cells.slice(item, item + 4), starts, from, to);
  for (; item < codes.length; item += 1)
    countOne(counts, codes[item] as Codes, cells[item] as number, starts, from, to);
}

function countOne(counts: Int32Array, codes: Codes, cells: number, starts: Int32Array, from: number, to: number): void {
  for (let row = from; row < to; row += 1) {
    const cell = (starts[row - from] as number) + cells + (codes[row] as number);
    counts[cell] = (counts[cell] as number) + 1;
  }
}

function countFour(
  counts: Int32Array,
  codes: readonly Codes[],
  cells: readonly number[],
  starts: Int32Array,
  from: number,
  to: number,
): void {
  const [first, second, third, fourth] = codes as [Codes, Codes, Codes, Codes];
  const [firstFrom, secondFrom, thirdFrom, fourthFrom] = cells as [number, number, number, number];
  for (let row = from; row < to; row += 1) {
    const start = starts[row - from] as number;
    const one = start + firstFrom + (first[row] as number);
    const two = start + secondFrom + (second[row] as number);
    const three = start + thirdFrom + (third[row] as number);
    const four = start + fourthFrom + (fourth[row] as number);
    counts[one] = (counts[one] as number) + 1;
    counts[two] = (counts[two] as number) + 1;
    counts[three] = (counts[three] as number) + 1;
    counts[four] = (counts[four] as number) + 1;
  }
}
