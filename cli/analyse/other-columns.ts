import type { LabelColumn } from '@lerend/analysis';
import { cellNumber, isMissing } from './cell-number.ts';
import type { Problem } from './fault.ts';

/** The option that asked for a column, as it is typed; faults name it. */
export type AskingOption = 'outcome' | 'also' | 'margins' | 'id' | 'dif' | 'invariance';

/** A column beside the items and units that an option asked for, and how its cells are read. */
export interface AskedColumn {
  readonly name: string;
  readonly option: AskingOption;
  /** `number`: any number. `label`: text as it stands. `key`: text that nobody else has. */
  readonly kind: 'number' | 'label' | 'key';
}

/** One cell as the file has it. */
export interface AskedCell {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  /** Its trimmed text. */
  readonly text: string;
  readonly row: number;
  readonly hasDecimalComma: boolean;
}

const NO_LABEL = -1;
const FIRST_CAPACITY = 4096;

/** The cells of one asked column while they come in. */
class GrowingCells {
  readonly asked: AskedColumn;
  readonly #names: string[] = [];
  readonly #firstRows = new Map<string, { readonly place: number; readonly row: number }>();
  #numbers: Float64Array;
  #codes: Int32Array;

  constructor(asked: AskedColumn) {
    this.asked = asked;
    const isNumber = asked.kind === 'number';
    this.#numbers = new Float64Array(isNumber ? FIRST_CAPACITY : 0).fill(Number.NaN);
    this.#codes = new Int32Array(isNumber ? 0 : FIRST_CAPACITY).fill(NO_LABEL);
  }

  makeRoom(row: number): void {
    if (row >= this.#numbers.length && this.asked.kind === 'number') {
      const larger = new Float64Array(this.#numbers.length * 2).fill(Number.NaN);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    if (row >= this.#codes.length && this.asked.kind !== 'number') {
      const larger = new Int32Array(this.#codes.length * 2).fill(NO_LABEL);
      larger.set(this.#codes);
      this.#codes = larger;
    }
  }

  add(cell: AskedCell, lineOf: (row: number) => number): Problem | null {
    return this.asked.kind === 'number' ? this.#addNumber(cell) : this.#addLabel(cell, lineOf);
  }

  #addNumber({ bytes, start, end, row, hasDecimalComma }: AskedCell): Problem | null {
    const limits = { min: -Number.MAX_VALUE, max: Number.MAX_VALUE, isWhole: false, hasDecimalComma };
    const found = cellNumber(bytes, start, end, limits);
    if (typeof found === 'number') this.#numbers[row] = found;
    return typeof found === 'number' ? null : found;
  }

  #addLabel({ text, row }: AskedCell, lineOf: (row: number) => number): Problem | null {
    if (isMissing(text)) return null;
    const known = this.#firstRows.get(text);
    if (known !== undefined && this.asked.kind === 'key')
      return { kind: 'repeatedKey', text, firstLine: lineOf(known.row) };
    if (known === undefined) {
      this.#firstRows.set(text, { place: this.#names.length, row });
      this.#names.push(text);
    }
    this.#codes[row] = known?.place ?? this.#names.length - 1;
    return null;
  }

  numbers(rows: number): Float64Array {
    return this.#numbers.slice(0, rows);
  }

  labels(rows: number): LabelColumn {
    return { names: this.#names, codes: this.#codes.slice(0, rows) };
  }
}

/** Reads the columns that options asked for, beside the items and units of the same file. */
export class OtherColumns {
  readonly #cells: readonly GrowingCells[];
  readonly #hasKeys: boolean;
  /** The line of each row; only where a repeated key must name one. */
  readonly #lines: number[] = [];
  #places: readonly (readonly GrowingCells[])[] = [];

  constructor(asked: readonly AskedColumn[]) {
    this.#cells = asked.map((each) => new GrowingCells(each));
    this.#hasKeys = asked.some(({ kind }) => kind === 'key');
  }

  /** Finds the columns in the header; what is wrong with it, column by column. */
  readHeader(header: readonly string[]): { readonly column: string; readonly problem: Problem }[] {
    this.#places = header.map((name) => this.#cells.filter(({ asked }) => asked.name === name));
    return this.#cells.flatMap(({ asked: { name, option } }) => {
      const times = header.filter((each) => each === name).length;
      if (times === 1) return [];
      const problem: Problem = times === 0 ? { kind: 'missingAskedColumn', option } : { kind: 'repeatedColumn' };
      return [{ column: name, problem }];
    });
  }

  isAsked(index: number): boolean {
    return (this.#places[index]?.length ?? 0) > 0;
  }

  /** Keeps one cell of an asked column; gives what is wrong with it. */
  cell(index: number, cell: AskedCell): Problem[] {
    const lineOf = (row: number): number => this.#lines[row] as number;
    return (this.#places[index] ?? []).flatMap((cells) => cells.add(cell, lineOf) ?? []);
  }

  /** After the last cell of row `row`, which stood on this line. */
  rowDone(row: number, line: number): void {
    if (this.#hasKeys) this.#lines.push(line);
    for (const cells of this.#cells) cells.makeRoom(row + 1);
  }

  numbers(rows: number): ReadonlyMap<string, Float64Array> {
    const found = this.#cells.filter(({ asked }) => asked.kind === 'number');
    return new Map(found.map((cells) => [cells.asked.name, cells.numbers(rows)]));
  }

  labels(rows: number): ReadonlyMap<string, LabelColumn> {
    const found = this.#cells.filter(({ asked }) => asked.kind !== 'number');
    return new Map(found.map((cells) => [cells.asked.name, cells.labels(rows)]));
  }
}
