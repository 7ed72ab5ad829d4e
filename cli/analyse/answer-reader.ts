import type { FileTable } from '@lerend/analysis';
import type { AnalysisInstrument } from '@lerend/instrument';
import type { CsvCursor, CsvHandler, CsvProblem } from '../csv/csv-scanner.ts';
import { ByteNames } from './byte-names.ts';
import { cellNumber, isMissing } from './cell-number.ts';
import { DIGIT_ZERO, DigitCells } from './digit-cells.ts';
import { FaultList } from './fault.ts';
import type { Problem } from './fault.ts';
import { FIRST_CAPACITY, finishedColumn, growingColumn, makeRoom } from './growing-columns.ts';
import type { GrowingColumn } from './growing-columns.ts';
import { OtherColumns } from './other-columns.ts';
import type { AskedColumn } from './other-columns.ts';
import { UnitPaths } from './unit-paths.ts';

type Place =
  { readonly kind: 'item'; readonly column: GrowingColumn } | { readonly kind: 'unit'; readonly depth: number } | null;

/** Turns the cells of a file into columns of answers, and notes what is wrong with them. */
export class AnswerReader implements CsvHandler {
  readonly faults = new FaultList();
  readonly #file: string;
  readonly #groupColumns: readonly string[];
  readonly #columns: readonly GrowingColumn[];
  readonly #separator: () => ',' | ';';
  readonly #text = new TextDecoder('utf-8', { fatal: true });
  readonly #header: string[] = [];
  readonly #unitNames: string[];
  readonly #knownUnits: readonly ByteNames[];
  readonly #units = new UnitPaths();
  readonly #others: OtherColumns;
  #places: readonly Place[] | null = null;
  #digits = new DigitCells([]);
  #path = new Int32Array(FIRST_CAPACITY);
  #rows = 0;
  #waiting: { readonly column: string; readonly problem: Problem }[] = [];

  constructor(
    file: string,
    instrument: AnalysisInstrument,
    groupColumns: readonly string[],
    separator: () => ',' | ';',
    asked: readonly AskedColumn[] = [],
  ) {
    this.#file = file;
    this.#others = new OtherColumns(asked);
    this.#groupColumns = groupColumns;
    this.#separator = separator;
    this.#unitNames = groupColumns.map(() => '');
    this.#knownUnits = groupColumns.map(() => new ByteNames());
    const columns = new Map<string, GrowingColumn>();
    for (const scale of instrument.scales) {
      for (const { id } of scale.items) {
        if (!columns.has(id)) columns.set(id, growingColumn(id, scale.response ?? instrument.response));
      }
    }
    this.#columns = [...columns.values()];
  }

  cell(index: number, bytes: Uint8Array, start: number, end: number): void {
    if (this.#places === null) {
      this.#header.push(this.#decode(bytes, start, end, `${index + 1}`));
      return;
    }
    if (this.#others.isAsked(index)) this.#otherCell(index, bytes, start, end);
    const place = this.#places[index];
    if (place === null || place === undefined) return;
    if (place.kind === 'unit') this.#unitCell(place.depth, bytes, start, end);
    else this.#itemCell(place.column, bytes, start, end);
  }

  shortCells(cursor: CsvCursor, bytes: Uint8Array, separator: number): void {
    this.#digits.read(cursor, bytes, separator, this.#rows);
  }

  #itemCell(column: GrowingColumn, bytes: Uint8Array, start: number, end: number): void {
    if (end === start) return;
    const { codes, response } = column;
    if (codes !== null && end - start === 1) {
      // The last cell of each row, which ends in no separator.
      const digit = (bytes[start] as number) - DIGIT_ZERO;
      if (digit >= Math.max(0, response.min) && digit <= Math.min(9, response.max)) {
        codes[this.#rows] = digit - response.min + 1;
        return;
      }
    }
    const isWhole = response.integer !== false;
    const hasDecimalComma = this.#separator() === ';';
    const { min, max, missing = [] } = response;
    const expected = { min, max, isWhole, hasDecimalComma, missing };
    const found = cellNumber(bytes, start, end, expected);
    if (found === null) return;
    if (typeof found !== 'number') this.#waiting.push({ column: column.id, problem: found });
    else if (codes !== null) codes[this.#rows] = found - response.min + 1;
    else (column.values as Float64Array)[this.#rows] = found;
  }

  #otherCell(index: number, bytes: Uint8Array, start: number, end: number): void {
    const column = this.#header[index] as string;
    const text = this.#decode(bytes, start, end, column);
    const cell = { bytes, start, end, text, row: this.#rows, hasDecimalComma: this.#separator() === ';' };
    for (const problem of this.#others.cell(index, cell)) this.#waiting.push({ column, problem });
  }

  #unitCell(depth: number, bytes: Uint8Array, start: number, end: number): void {
    const known = this.#knownUnits[depth] as ByteNames;
    const index = known.find(bytes, start, end);
    if (index >= 0) {
      this.#unitNames[depth] = known.names[index] as string;
      return;
    }
    const name = this.#decode(bytes, start, end, this.#groupColumns[depth] as string);
    this.#unitNames[depth] = isMissing(name) ? '' : name;
    if (this.#waiting.length === 0) known.add(bytes, start, end, this.#unitNames[depth]);
  }

  #decode(bytes: Uint8Array, start: number, end: number, column: string): string {
    try {
      return this.#text.decode(bytes.subarray(start, end)).trim();
    } catch {
      this.#waiting.push({ column, problem: { kind: 'notUtf8' } });
      return '';
    }
  }

  row(cells: number, line: number): boolean {
    const isHeader = this.#places === null;
    if (isHeader) this.#readHeader();
    if (this.#waiting.length > 0) {
      for (const { column, problem } of this.#waiting) this.faults.add({ file: this.#file, line, column, problem });
      this.#waiting = [];
    }
    if (isHeader) return this.faults.total === 0;
    if (cells !== this.#header.length) {
      this.faults.add({
        file: this.#file,
        line,
        problem: { kind: 'cellCount', expected: this.#header.length, found: cells },
      });
    }
    const path = this.#units.indexOf(this.#unitNames);
    if (typeof path !== 'number') {
      this.faults.add({
        file: this.#file,
        line,
        column: this.#groupColumns[path.gapAt] as string,
        problem: { kind: 'gapInUnits' },
      });
    }
    this.#path[this.#rows] = typeof path === 'number' ? path : -1;
    this.#others.rowDone(this.#rows, line);
    this.#rows += 1;
    if (this.#rows === this.#path.length) this.#makeRoom();
    return true;
  }

  #makeRoom(): void {
    const larger = new Int32Array(this.#path.length * 2);
    larger.set(this.#path);
    this.#path = larger;
    for (const column of this.#columns) makeRoom(column, this.#rows);
  }

  problem(problem: CsvProblem, line: number): void {
    const at = problem === 'binary' ? {} : { line };
    this.faults.add({ file: this.#file, ...at, problem: { kind: problem } });
  }

  #readHeader(): void {
    const items = new Map(this.#columns.map((column) => [column.id, column]));
    const add = (
      column: string,
      kind: 'missingColumn' | 'missingGroupColumn' | 'repeatedColumn' | 'groupIsItem',
    ): void => {
      this.faults.add({
        file: this.#file,
        ...(kind === 'repeatedColumn' ? { line: 1 } : {}),
        column,
        problem: { kind },
      });
    };
    for (const id of items.keys()) if (!this.#header.includes(id)) add(id, 'missingColumn');
    for (const name of this.#groupColumns) {
      if (!this.#header.includes(name)) add(name, 'missingGroupColumn');
      if (items.has(name)) add(name, 'groupIsItem');
    }
    for (const { column, problem } of this.#others.readHeader(this.#header)) {
      const isSaidBelow = items.has(column) || this.#groupColumns.includes(column);
      const at = problem.kind === 'repeatedColumn' ? { line: 1 } : {};
      if (!isSaidBelow) this.faults.add({ file: this.#file, ...at, column, problem });
    }
    this.#places = this.#header.map((name, index): Place => {
      const column = items.get(name);
      const depth = this.#groupColumns.indexOf(name);
      const isNeeded = column !== undefined || depth >= 0;
      if (isNeeded && this.#header.indexOf(name) < index) add(name, 'repeatedColumn');
      if (column !== undefined) return { kind: 'item', column };
      return depth >= 0 ? { kind: 'unit', depth } : null;
    });
    this.#digits = new DigitCells(
      this.#places.map((place, index) =>
        place?.kind === 'item' && !this.#others.isAsked(index) ? place.column : null,
      ),
    );
  }

  /** The table, once the whole file was read; null when it had faults. */
  table(): FileTable | null {
    if (this.faults.total === 0 && this.#places === null)
      this.faults.add({ file: this.#file, problem: { kind: 'empty' } });
    if (this.faults.total === 0 && this.#rows === 0) this.faults.add({ file: this.#file, problem: { kind: 'noRows' } });
    if (this.faults.total > 0) return null;
    return {
      rows: this.#rows,
      columns: new Map(this.#columns.map((column) => [column.id, finishedColumn(column, this.#rows)])),
      groupColumns: this.#groupColumns,
      paths: this.#units.paths,
      path: this.#path.subarray(0, this.#rows),
      numbers: this.#others.numbers(this.#rows),
      labels: this.#others.labels(this.#rows),
    };
  }
}
