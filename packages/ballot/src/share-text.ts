import { joinBytes } from './byte-strings.ts';
import type { Bytes } from './byte-strings.ts';
import { bytesOfSymbols, checkOf, spell, symbolsOf, typedSymbols } from './crockford.ts';

/** Who holds a share: nobody ever holds two. */
export const shareHolders = ['keeper', 'coordinator', 'recovery'] as const;
export type ShareHolder = (typeof shareHolders)[number];

/** One of three shares of an opening key. */
export interface OpeningShare {
  readonly holder: ShareHolder;
  /** Three bytes that tell the key, and so the peiling, apart from others. */
  readonly keyTag: Uint8Array;
  /** The share itself, as the Shamir library makes it: 32 bytes and its place. */
  readonly bytes: Uint8Array;
}

export type ShareFault = 'empty' | 'unknown-character' | 'wrong-length' | 'typing-error' | 'unknown-version';

export type ParsedShare =
  | { readonly ok: true; readonly share: OpeningShare }
  /** `row`: which of the four, from 1, where one can say it. */
  | { readonly ok: false; readonly fault: ShareFault; readonly row?: number };

const version = 1;
export const keyTagBytes = 3;
const shareBytes = 33;
const allBytes = 1 + keyTagBytes + shareBytes;

const rowCount = 4;
/** Characters of a row; the last is its check. */
const rowLength = 16;
const rowSymbols = rowLength - 1;

/**
 * A share to print, scan or type: four rows of four groups of four characters. A row checks itself, so that a slip is
 * found in the row where it was made; its place counts in the check, so that swapped rows are slips too.
 */
export function spellShare({ holder, keyTag, bytes }: OpeningShare): string {
  const head = (version << 4) | (shareHolders.indexOf(holder) + 1);
  const symbols = symbolsOf(joinBytes(Uint8Array.of(head), keyTag, bytes), rowCount * rowSymbols);
  const rows = Array.from({ length: rowCount }, (_, row) => symbols.slice(row * rowSymbols, (row + 1) * rowSymbols));
  return rows.map((row, place) => spell([...row, checkOf([...row, place])])).join('\n');
}

/** The four rows of a share's text. */
export function shareRows(text: string): readonly string[] {
  return text.split('\n');
}

/** Reads what someone typed or scanned; white space, hyphens and small letters don't matter, O is 0, I and L are 1. */
export function parseShare(typed: string): ParsedShare {
  const read = typedSymbols(typed);
  if (!read.ok) return read;
  if (read.symbols.length !== rowCount * rowLength) return { ok: false, fault: 'wrong-length' };
  const rows = Array.from({ length: rowCount }, (_, row) => read.symbols.slice(row * rowLength, (row + 1) * rowLength));
  const wrong = rows.findIndex((row, place) => checkOf([...row.slice(0, rowSymbols), place]) !== row[rowSymbols]);
  if (wrong !== -1) return { ok: false, fault: 'typing-error', row: wrong + 1 };
  const symbols = rows.flatMap((row) => row.slice(0, rowSymbols));
  const share = shareIn(bytesOfSymbols(symbols, allBytes));
  return share ? { ok: true, share } : { ok: false, fault: 'unknown-version' };
}

function shareIn(bytes: Bytes): OpeningShare | undefined {
  const [head = 0] = bytes;
  const holder = shareHolders[(head & 15) - 1];
  if (head >> 4 !== version || holder === undefined) return undefined;
  return { holder, keyTag: bytes.slice(1, 1 + keyTagBytes), bytes: bytes.slice(1 + keyTagBytes) };
}
