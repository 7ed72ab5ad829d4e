import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { readSheet } from 'read-excel-file/node';
import { unpackedSize } from './unpacked-size.ts';

export type TableFault = 'file-empty' | 'file-not-a-table' | 'file-too-long';
export type TableReading = { readonly rows: readonly (readonly string[])[] } | { readonly fault: TableFault };

/** An organisation of fifty thousand people, with room to spare. */
const mostRows = 100_000;
/** A workbook of that many rows takes about half of this; more is made to hurt. */
const mostUnpackedBytes = 50_000_000;

/** Reads a CSV (any usual separator and encoding) or an XLSX into rows of texts. */
export async function readTable(bytes: Uint8Array): Promise<TableReading> {
  if (bytes.length === 0) return { fault: 'file-empty' };
  if (isZip(bytes) && (unpackedSize(bytes) ?? 0) > mostUnpackedBytes) return { fault: 'file-too-long' };
  const rows = isZip(bytes) ? await readExcel(bytes) : readCsv(bytes);
  if (!rows) return { fault: 'file-not-a-table' };
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ''));
  if (filled.length === 0) return { fault: 'file-empty' };
  if (rows.length > mostRows) return { fault: 'file-too-long' };
  return { rows };
}

const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

async function readExcel(bytes: Uint8Array): Promise<string[][] | undefined> {
  try {
    const sheet = await readSheet(Buffer.from(bytes));
    return sheet.map((row) => row.map((cell) => (cell === null || cell === undefined ? '' : String(cell))));
  } catch {
    // Some other zip, or a damaged workbook: for the reader both are "not a table".
    return undefined;
  }
}

function readCsv(bytes: Uint8Array): string[][] | undefined {
  const text = decode(bytes);
  if (text === undefined) return undefined;
  try {
    return parse(text, {
      delimiter: separatorOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
    }) as string[][];
  } catch {
    return undefined;
  }
}

/** UTF-8 with or without mark, UTF-16 with mark, else Windows-1252; undefined when it is no text at all. */
function decode(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return iconv.decode(Buffer.from(bytes.subarray(2)), 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return iconv.decode(Buffer.from(bytes.subarray(2)), 'utf-16be');
  if (bytes.subarray(0, 4096).includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const text = iconv.decode(Buffer.from(bytes), 'windows-1252');
    return looksLikeText(text) ? text : undefined;
  }
}

/** A picture has control characters on its first lines; a list of names has none. */
const looksLikeText = (text: string): boolean => !/[\u0001-\u0008\u000e-\u001f]/.test(text.slice(0, 2000));

/** The separator that the first line uses most, outside quotes. */
function separatorOf(text: string): string {
  const firstLine = (text.split(/\r?\n/, 1)[0] ?? '').replace(/"[^"]*"/g, '');
  const counted = [';', ',', '\t', '|'].map((separator) => ({ separator, n: firstLine.split(separator).length }));
  return counted.reduce((best, next) => (next.n > best.n ? next : best)).separator;
}
