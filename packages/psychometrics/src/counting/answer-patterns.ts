import { optionCount } from '../answer-column.ts';
import type { OptionColumn } from '../answer-column.ts';
import { inBlocks } from './in-blocks.ts';
import { wholeWords, wordsOf } from './words.ts';

/** A column of options whose codes are bytes; those of more than 255 options aren't. */
export type ByteColumn = OptionColumn & { readonly codes: Uint8Array };

export function isByteColumn(column: { readonly kind: string; readonly codes?: unknown }): column is ByteColumn {
  return column.kind === 'options' && column.codes instanceof Uint8Array;
}

/** What there is room for in a byte. */
const MOST_PATTERNS = 256;

/**
 * A few items taken together: which combination of answers each person gave, as one byte. Three items of five options
 * have 6 · 6 · 6 = 216 such patterns, a missing answer being the sixth option.
 */
export interface AnswerPatterns {
  /** Where the items stand among all. */
  readonly places: readonly number[];
  /** Per item: its options, and one for missing. */
  readonly widths: readonly number[];
  /** How many patterns there can be: the product of the widths. */
  readonly size: number;
  /** Per item: its code in each pattern. */
  readonly codesOf: readonly Uint8Array[];
  /** code of the first item + width · code of the second + …; one byte a person, rounded up to whole words with 0. */
  readonly codes: Uint8Array;
}

/** The places of items that fit in one pattern together, in their order, as many as can be. */
export function patternGroups(widths: readonly number[]): readonly (readonly number[])[] {
  const groups: number[][] = [];
  let size = Number.POSITIVE_INFINITY;
  widths.forEach((width, place) => {
    size *= width;
    if (size <= MOST_PATTERNS) groups.at(-1)?.push(place);
    else {
      groups.push([place]);
      size = width;
    }
  });
  return groups;
}

/**
 * The patterns of the items at `places`. Somebody whose byte in `rows` is 0 gets pattern 0, as if nothing was answered;
 * without `rows` everybody takes part.
 */
export function answerPatterns(
  columns: readonly ByteColumn[],
  places: readonly number[],
  rows: Uint8Array | null,
): AnswerPatterns {
  const items = places.map((place) => columns[place] as ByteColumn);
  const widths = items.map((item) => optionCount(item) + 1);
  const people = columns[0]?.codes.length ?? 0;
  const codes = wholeWords(people);
  for (let at = items.length - 1; at >= 0; at -= 1)
    addDigit(codes, (items[at] as ByteColumn).codes, widths[at] as number);
  if (rows !== null) keepOnly(codes, rows);
  const size = widths.reduce((product, width) => product * width, 1);
  return { places, widths, size, codesOf: codesInPatterns(widths, size), codes };
}

function codesInPatterns(widths: readonly number[], size: number): readonly Uint8Array[] {
  let step = 1;
  return widths.map((width) => {
    const codes = new Uint8Array(size);
    for (let pattern = 0; pattern < size; pattern += 1) codes[pattern] = Math.floor(pattern / step) % width;
    step *= width;
    return codes;
  });
}

/** codes · width + digit, for everybody. */
function addDigit(codes: Uint8Array, digits: Uint8Array, width: number): void {
  const to = wordsOf(codes);
  const from = wordsOf(digits);
  inBlocks(from.length, (start, end) => addDigits(to, from, width, start, end));
  for (let row = from.length * 4; row < digits.length; row += 1)
    codes[row] = (codes[row] as number) * width + (digits[row] as number);
}

function addDigits(to: Uint32Array, from: Uint32Array, width: number, start: number, end: number): void {
  for (let word = start; word < end; word += 1)
    to[word] = Math.imul(to[word] as number, width) + (from[word] as number);
}

function keepOnly(codes: Uint8Array, rows: Uint8Array): void {
  const to = wordsOf(codes);
  const from = wordsOf(rows);
  for (let word = 0; word < from.length; word += 1)
    to[word] = (to[word] as number) & Math.imul(from[word] as number, 255);
  for (let row = from.length * 4; row < rows.length; row += 1) if (rows[row] === 0) codes[row] = 0;
}
