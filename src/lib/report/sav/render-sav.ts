import { byteWriter } from './byte-writer.ts';
import type { ByteWriter } from './byte-writer.ts';
import { refuseWhatDoesNotFit } from './sav-file.ts';
import type { SavFile, SavVariable } from './sav-file.ts';

/*
 * The system file of SPSS (.sav), not compressed, as "System File Format" in the developers' guide of GNU PSPP describes
 * it. Numbers of records and fields are that guide's. The same file gives the same bytes.
 */

/** What stands for "no value", and the ends of an open range: the largest double, and the two most negative ones. */
const highest = Number.MAX_VALUE;
const noValue = -highest;
const lowest = nextAbove(noValue);

const utf8 = 65001;
/** One digit or two, nothing behind the comma: F2.0. */
const format = (5 << 16) | (2 << 8);
const measures = { nominal: 1, ordinal: 2, scale: 3 } as const;
const columnWidth = 8;
const rightAligned = 1;

/**
 * The bytes of a system file. Missing: null becomes sysmis; a value in `missing` is written as it is and marked as
 * user-missing. Errors: RangeError for what the format can't hold, see `SavFile`.
 */
export function renderSav(file: SavFile): Uint8Array {
  refuseWhatDoesNotFit(file);
  const out = byteWriter();
  writeHeader(out, file);
  file.variables.forEach((variable, at) => writeVariable(out, variable, at));
  file.variables.forEach((variable, at) => writeValueLabels(out, variable, at));
  writeExtensions(out, file);
  out.int32(999, 0);
  for (const row of file.rows) out.float64(...row.map((value) => value ?? noValue));
  return out.bytes();
}

function writeHeader(out: ByteWriter, { label, madeOn, variables, rows }: SavFile): void {
  out.text('$FL2', 4);
  out.text('@(#) SPSS DATA FILE - Lerend', 60);
  const layout = 2;
  const compression = 0;
  const weightVariable = 0;
  out.int32(layout, variables.length, compression, weightVariable, rows.length);
  const compressionBias = 100;
  out.float64(compressionBias);
  out.text(dayInHeader(madeOn), 9);
  out.text('00:00:00', 8);
  out.text(label, 64);
  out.text('', 3);
}

/** Within the file each variable has a name of eight bytes; the one that people see is in the long names. */
const shortName = (at: number): string => `V${at + 1}`;

function writeVariable(out: ByteWriter, { label, missing }: SavVariable, at: number): void {
  const numeric = 0;
  out.int32(2, numeric, label === '' ? 0 : 1, missing.length, format, format);
  out.text(shortName(at), 8);
  if (label !== '') {
    const length = new TextEncoder().encode(label).length;
    out.int32(length);
    out.text(label, upTo(4, length));
  }
  out.float64(...missing);
}

function writeValueLabels(out: ByteWriter, { valueLabels }: SavVariable, at: number): void {
  if (valueLabels.length === 0) return;
  out.int32(3, valueLabels.length);
  for (const { value, label } of valueLabels) {
    const length = new TextEncoder().encode(label).length;
    out.float64(value);
    out.byte(length);
    out.text(label, upTo(8, length + 1) - 1);
  }
  out.int32(4, 1, at + 1);
}

function writeExtensions(out: ByteWriter, { variables, rows }: SavFile): void {
  const version = [1, 0, 0];
  const [anyMachine, ieee754, codeOfNoCompression, littleEndian] = [-1, 1, 1, 2];
  out.int32(7, 3, 4, 8, ...version, anyMachine, ieee754, codeOfNoCompression, littleEndian, utf8);
  out.int32(7, 4, 8, 3);
  out.float64(noValue, highest, lowest);
  out.int32(7, 11, 4, 3 * variables.length);
  for (const { measure } of variables) out.int32(measures[measure], columnWidth, rightAligned);
  writeText(out, 13, variables.map(({ name }, at) => `${shortName(at)}=${name}`).join('\t'));
  // The number of rows once more, in 64 bits.
  out.int32(7, 16, 8, 2, 1, 0, rows.length, 0);
  writeText(out, 20, 'UTF-8');
}

function writeText(out: ByteWriter, subtype: number, text: string): void {
  const length = new TextEncoder().encode(text).length;
  out.int32(7, subtype, 1, length);
  out.text(text, length);
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2026-11-23` as `23 Nov 26`. */
function dayInHeader(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${date} ${months[Number(month) - 1] ?? ''} ${year.slice(2)}`;
}

const upTo = (multiple: number, length: number): number => Math.ceil(length / multiple) * multiple;

function nextAbove(negative: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, negative);
  view.setBigInt64(0, view.getBigInt64(0) - 1n);
  return view.getFloat64(0);
}
