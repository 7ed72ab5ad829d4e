import { MAXIMUM_OPTIONS, emptyCodes } from '@lerend/psychometrics';
import type { AnswerColumn } from '@lerend/psychometrics';
import type { AnalysisResponse } from '@lerend/instrument';

/** Rows that there is room for at first; it doubles when they are full. */
export const FIRST_CAPACITY = 4096;

/** One item while its answers come in, in the layout that the computations want. */
export interface GrowingColumn {
  readonly id: string;
  readonly response: AnalysisResponse;
  /** Numbers of options where the answers are whole numbers, else null. */
  codes: Uint8Array | Uint16Array | null;
  values: Float64Array | null;
}

/** An empty column for an item with this response. */
export function growingColumn(id: string, response: AnalysisResponse): GrowingColumn {
  const options = response.max - response.min + 1;
  const isOptions = response.integer !== false && options <= MAXIMUM_OPTIONS;
  return {
    id,
    response,
    codes: isOptions ? emptyCodes(FIRST_CAPACITY, options) : null,
    values: isOptions ? null : new Float64Array(FIRST_CAPACITY).fill(Number.NaN),
  };
}

/** Makes room for a row beyond the column's end; the new part is missing. */
export function makeRoom(column: GrowingColumn, row: number): void {
  const { codes, values } = column;
  if (codes !== null && row >= codes.length) {
    const larger = codes instanceof Uint8Array ? new Uint8Array(codes.length * 2) : new Uint16Array(codes.length * 2);
    larger.set(codes);
    column.codes = larger;
  }
  if (values !== null && row >= values.length) {
    const larger = new Float64Array(values.length * 2).fill(Number.NaN);
    larger.set(values);
    column.values = larger;
  }
}

/** The column when all rows are in; it shares the memory, of which at most half is empty. */
export function finishedColumn({ codes, values, response }: GrowingColumn, rows: number): AnswerColumn {
  const { min: minimum, max: maximum } = response;
  if (codes !== null) return { kind: 'options', codes: codes.subarray(0, rows), minimum, maximum };
  return { kind: 'numbers', values: (values as Float64Array).subarray(0, rows), minimum, maximum };
}
