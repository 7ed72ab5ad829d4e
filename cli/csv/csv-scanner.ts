const COMMA = 0x2c;
const SEMICOLON = 0x3b;
const QUOTE = 0x22;
const NEWLINE = 0x0a;
const RETURN = 0x0d;

/** A cell of this size is no cell: a quote was opened and never closed, or this is no text file. */
const LARGEST_CELL = 1 << 20;

export type CsvProblem = 'binary' | 'unclosedQuote' | 'textAfterQuote';

/** What a scanner reports, in the order of the file. `line` counts from 1, as an editor does. */
export interface CsvHandler {
  /** The bytes of one cell are `bytes.subarray(start, end)`; they're only there during the call. */
  cell(index: number, bytes: Uint8Array, start: number, end: number): void;
  /** After the last cell of a row; a blank line is skipped and not reported. False stops the scan. */
  row(cells: number, line: number): boolean;
  problem(problem: CsvProblem, line: number): void;
  /**
   * May read whole cells itself, from the one at the cursor on, and then sets the cursor to the first that it left. Only
   * cells that end in a separator: it never reaches the end of a row.
   */
  shortCells?(cursor: CsvCursor, bytes: Uint8Array, separator: number): void;
}

/** A cell in a piece of a file: which one of its row, and where it begins. */
export interface CsvCursor {
  index: number;
  start: number;
}

/**
 * Reads a CSV file piece by piece in one loop over its bytes, whatever its size: UTF-8 with or without a byte order
 * mark, `,` or `;` (whichever the first line has more of, outside quotes), quotes, LF or CRLF.
 *
 * Only the cell that a piece breaks off in is kept for the next piece.
 */
export class CsvScanner {
  readonly #handler: CsvHandler;
  #separator = 0;
  #kept: Uint8Array = new Uint8Array(0);
  #index = 0;
  #line = 1;
  #rowLine = 1;
  #isStopped = false;
  #scratch = new Uint8Array(256);
  readonly #cursor: CsvCursor = { index: 0, start: 0 };

  constructor(handler: CsvHandler) {
    this.#handler = handler;
  }

  /** The separator that was found; `,` until there is one. */
  get separator(): ',' | ';' {
    return this.#separator === SEMICOLON ? ';' : ',';
  }

  get isStopped(): boolean {
    return this.#isStopped;
  }

  /** The next piece of the file. */
  feed(piece: Uint8Array): void {
    this.#scan(piece, false);
  }

  /** The end of the file. */
  finish(): void {
    this.#scan(new Uint8Array(0), true);
  }

  #scan(piece: Uint8Array, isLast: boolean): void {
    if (this.#isStopped) return;
    let bytes = piece;
    if (this.#kept.length > 0) {
      bytes = new Uint8Array(this.#kept.length + piece.length);
      bytes.set(this.#kept);
      bytes.set(piece, this.#kept.length);
    }
    let at = 0;
    if (this.#separator === 0) {
      if (bytes.includes(0)) return this.#stop('binary');
      const separator = findSeparator(bytes, isLast);
      if (separator === 0) {
        if (bytes.length > LARGEST_CELL) return this.#stop('binary');
        this.#kept = bytes.slice();
        return;
      }
      this.#separator = separator;
      if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) at = 3;
    }
    const end = this.#cells(bytes, at, isLast);
    if (this.#isStopped) return;
    this.#kept = bytes.slice(end);
    if (this.#kept.length > LARGEST_CELL) this.#stop(this.#kept[0] === QUOTE ? 'unclosedQuote' : 'binary');
  }

  #stop(problem: CsvProblem): void {
    this.#isStopped = true;
    this.#handler.problem(problem, this.#rowLine);
  }

  /** Reports the cells that are whole; gives the place where the one that isn't begins. */
  #cells(bytes: Uint8Array, from: number, isLast: boolean): number {
    const separator = this.#separator;
    const handler = this.#handler;
    const { length } = bytes;
    let start = from;
    while (start < length) {
      if (handler.shortCells !== undefined) {
        start = this.#shortCells(bytes, start);
        if (start >= length) break;
      }
      if (bytes[start] === QUOTE) {
        start = this.#quotedCell(bytes, start, isLast);
        if (start < 0 || this.#isStopped) return -start - 1;
        continue;
      }
      let at = start;
      let byte = 0;
      while (at < length) {
        byte = bytes[at] as number;
        if (byte === separator || byte === NEWLINE) break;
        if (byte === 0) {
          this.#stop('binary');
          return at;
        }
        at += 1;
      }
      if (at === length && !isLast) return start;
      const isRowEnd = at === length || byte === NEWLINE;
      const end = isRowEnd && at > start && bytes[at - 1] === RETURN ? at - 1 : at;
      const isBlankLine = isRowEnd && this.#index === 0 && end === start;
      if (!isBlankLine) handler.cell(this.#index, bytes, start, end);
      this.#index += 1;
      start = at + 1;
      if (isRowEnd) this.#rowEnd(isBlankLine);
      if (this.#isStopped) return start;
    }
    // The file ends right after a separator: one more, empty cell.
    if (isLast && this.#index > 0) {
      handler.cell(this.#index, bytes, length, length);
      this.#index += 1;
      this.#rowEnd(false);
    }
    return length;
  }

  #shortCells(bytes: Uint8Array, start: number): number {
    this.#cursor.index = this.#index;
    this.#cursor.start = start;
    this.#handler.shortCells?.(this.#cursor, bytes, this.#separator);
    this.#index = this.#cursor.index;
    return this.#cursor.start;
  }

  /** A cell in quotes. Gives the start of the next cell, or −1 − its own start when it isn't whole yet. */
  #quotedCell(bytes: Uint8Array, start: number, isLast: boolean): number {
    let at = start + 1;
    let size = 0;
    let lines = 0;
    for (;;) {
      if (at >= bytes.length) {
        if (isLast) this.#stop('unclosedQuote');
        return -start - 1;
      }
      const byte = bytes[at] as number;
      if (byte === QUOTE) {
        if (at + 1 >= bytes.length && !isLast) return -start - 1;
        if (bytes[at + 1] !== QUOTE) break;
        at += 1;
      }
      if (byte === NEWLINE) lines += 1;
      if (size === this.#scratch.length) {
        const larger = new Uint8Array(size * 2);
        larger.set(this.#scratch);
        this.#scratch = larger;
      }
      this.#scratch[size] = byte;
      size += 1;
      at += 1;
    }
    at += 1;
    if (bytes[at] === RETURN && at + 1 >= bytes.length && !isLast) return -start - 1;
    if (bytes[at] === RETURN && (at + 1 >= bytes.length || bytes[at + 1] === NEWLINE)) at += 1;
    const after = bytes[at];
    if (after !== undefined && after !== this.#separator && after !== NEWLINE) {
      this.#stop('textAfterQuote');
      return -start - 1;
    }
    if (after === undefined && !isLast) return -start - 1;
    this.#handler.cell(this.#index, this.#scratch, 0, size);
    this.#index += 1;
    this.#line += lines;
    if (after !== this.#separator) this.#rowEnd(false);
    return at + 1;
  }

  #rowEnd(isBlankLine: boolean): void {
    if (!isBlankLine && !this.#handler.row(this.#index, this.#rowLine)) this.#isStopped = true;
    this.#index = 0;
    this.#line += 1;
    this.#rowLine = this.#line;
  }
}

/** The separator of the first line, or 0 when that line isn't whole yet. */
function findSeparator(bytes: Uint8Array, isLast: boolean): number {
  let commas = 0;
  let semicolons = 0;
  let isQuoted = false;
  let at = 0;
  for (; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (byte === COMMA) commas += 1;
    else if (byte === SEMICOLON) semicolons += 1;
    else if (byte === NEWLINE) break;
  }
  if (at === bytes.length && !isLast) return 0;
  return semicolons > commas ? SEMICOLON : COMMA;
}
