import type { CsvCursor } from '../csv/csv-scanner.ts';
import type { GrowingColumn } from './growing-columns.ts';

export const DIGIT_ZERO = 0x30;

interface DigitColumn {
  readonly column: GrowingColumn;
  /** The bytes of the lowest and the highest answer of one digit. */
  readonly lowest: number;
  readonly highest: number;
  /** byte − this = the code of that answer. */
  readonly codeZero: number;
}

/**
 * The short way for nearly every cell of a file with answers: one digit, or nothing, before the next separator. It
 * reads such cells for as long as they come; any other cell is left to the long way, which also finds what is wrong.
 */
export class DigitCells {
  readonly #columns: readonly (DigitColumn | null)[];

  /** `columns`: per cell of a row the item that it answers, or null for a cell that needs the long way. */
  constructor(columns: readonly (GrowingColumn | null)[]) {
    this.#columns = columns.map((column) => {
      if (column === null || column.codes === null) return null;
      const { min, max } = column.response;
      return {
        column,
        lowest: DIGIT_ZERO + Math.max(0, min),
        highest: DIGIT_ZERO + Math.min(9, max),
        codeZero: DIGIT_ZERO + min - 1,
      };
    });
  }

  read(cursor: CsvCursor, bytes: Uint8Array, separator: number, row: number): void {
    let { index, start } = cursor;
    for (; ; index += 1) {
      const cell = this.#columns[index];
      if (cell === undefined || cell === null) break;
      const byte = bytes[start] as number;
      if (byte === separator) {
        start += 1;
        continue;
      }
      if (byte < cell.lowest || byte > cell.highest || bytes[start + 1] !== separator) break;
      (cell.column.codes as Uint8Array)[row] = byte - cell.codeZero;
      start += 2;
    }
    cursor.index = index;
    cursor.start = start;
  }
}
