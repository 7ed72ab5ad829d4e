import type { Interval } from './tree-intervals.ts';

/** A table of which every cell, the sum of every row and that of every column lie between two numbers. */
export interface TwoWayTable {
  readonly rows: readonly Interval[];
  readonly columns: readonly Interval[];
  /** By row and column. */
  readonly cells: readonly (readonly Interval[])[];
}

/**
 * What follows for each cell from all others: exact. A flow from rows to columns; how much or how little of it can go through one
 * cell is told by the tightest cut around it (Hoffman's circulation theorem). Columns are few, so every set of them is tried; rows are
 * many, and each lies on the cheaper side of a cut by itself. Where the table contradicts itself low lies above high.
 */
export function cellsOfTable({ rows, columns, cells }: TwoWayTable): Interval[][] {
  const least = cells.map((row) => row.map(({ low }) => low));
  const room = cells.map((row) => row.map(({ low, high }) => high - low));
  // From here on every cell counts from 0.
  const ofRow = rows.map((row, at) => less(row, sum(least[at] ?? [])));
  const ofColumn = columns.map((column, at) => less(column, sum(least.map((row) => row[at] ?? 0))));
  const cuts = Array.from({ length: 2 ** columns.length }, (_, set) => cutAt(set, ofRow, ofColumn, room));
  return cells.map((row, at) =>
    row.map(({ low, high }, column) => {
      const [most, fewest] = [[high - low], [0]];
      for (const cut of cuts) {
        if (cut.isIn(column)) most.push(...mostThrough(cut, at));
        else fewest.push(...leastThrough(cut, at, room[at]?.[column] ?? 0));
      }
      return { low: low + Math.max(...fewest), high: low + Math.min(...most) };
    }),
  );
}

/** A set of columns, and what each row can send past it. */
interface Cut {
  readonly isIn: (column: number) => boolean;
  readonly mostInside: number;
  readonly leastOutside: number;
  /** Per row: what fits in the columns outside; how far that lies under what it has to send; the most that it sends there. */
  readonly outside: readonly number[];
  readonly lacking: readonly number[];
  readonly sending: readonly number[];
  readonly allLacking: number;
  readonly allSending: number;
  readonly rows: readonly Interval[];
}

function cutAt(
  set: number,
  rows: readonly Interval[],
  columns: readonly Interval[],
  room: readonly (readonly number[])[],
): Cut {
  const isIn = (column: number) => ((set >> column) & 1) === 1;
  const outside = room.map((row) => sum(row.filter((_, column) => !isIn(column))));
  const lacking = rows.map(({ low }, at) => Math.max(0, low - (outside[at] ?? 0)));
  const sending = rows.map(({ high }, at) => Math.min(high, outside[at] ?? 0));
  return {
    isIn,
    mostInside: sum(columns.map(({ high }, column) => (isIn(column) ? high : 0))),
    leastOutside: sum(columns.map(({ low }, column) => (isIn(column) ? 0 : low))),
    outside,
    lacking,
    sending,
    allLacking: sum(lacking),
    allSending: sum(sending),
    rows,
  };
}

/** The columns inside take no more than they can; or those outside take at least what they must. */
function mostThrough(cut: Cut, row: number): number[] {
  const others = {
    lacking: cut.allLacking - (cut.lacking[row] ?? 0),
    sending: cut.allSending - (cut.sending[row] ?? 0),
  };
  return [cut.mostInside - others.lacking, others.sending + (cut.rows[row]?.high ?? 0) - cut.leastOutside];
}

/** The row sends what it must and nowhere else can; or the columns outside need what no other cell can send. */
function leastThrough(cut: Cut, row: number, own: number): number[] {
  const elsewhere = (cut.outside[row] ?? 0) - own;
  const others = {
    lacking: cut.allLacking - (cut.lacking[row] ?? 0),
    sending: cut.allSending - (cut.sending[row] ?? 0),
  };
  return [
    (cut.rows[row]?.low ?? 0) - elsewhere - cut.mostInside + others.lacking,
    cut.leastOutside - others.sending - elsewhere,
  ];
}

const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);
const less = ({ low, high }: Interval, by: number): Interval => ({ low: low - by, high: high - by });
