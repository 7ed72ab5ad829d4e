import { codeOffset, optionCount } from '../answer-column.ts';
import type { OptionColumn } from '../answer-column.ts';
import { isByteColumn } from './answer-patterns.ts';
import { inBlocks } from './in-blocks.ts';
import { filledBytes, wholeWords, wordsOf } from './words.ts';

type Codes = Uint8Array | Uint16Array;

/**
 * How many items of a scale each person answered and what those answers add up to, together in one small number: all
 * that a score depends on. Four items of five options fit in a byte.
 */
export interface ScoreTally {
  /** answered · step + sum of the codes; one element a person, and maybe a few zeros after the last. */
  readonly codes: Codes;
  /** More than the codes can add up to. */
  readonly step: number;
  readonly items: number;
  /** The score that goes with each tally, in the unit of the answers; NaN under half of the items, and where nobody can be. */
  readonly scores: Float64Array;
}

const IN_A_BYTE = 256;
const IN_TWO_BYTES = 65536;

/** The tally of a scale's items; null where there are too many items and options, or their answers begin differently. */
export function scoreTally(columns: readonly OptionColumn[]): ScoreTally | null {
  const [first] = columns;
  if (first === undefined || columns.some(({ minimum }) => minimum !== first.minimum)) return null;
  const items = columns.length;
  const step = columns.reduce((sum, column) => sum + optionCount(column), 0) + 1;
  const size = (items + 1) * step;
  if (size > IN_TWO_BYTES) return null;
  const codes =
    size <= IN_A_BYTE && columns.every(isByteColumn)
      ? talliedInBytes(columns.map((column) => column.codes), step) // prettier-ignore
      : talliedOneByOne(columns, step);
  const offset = codeOffset(first);
  const most = Math.max(...columns.map(optionCount));
  const scores = Float64Array.from({ length: size }, (_, tally) => {
    const answered = Math.floor(tally / step);
    const sum = tally % step;
    const isPossible = answered > 0 && sum >= answered && sum <= answered * most;
    return isPossible && answered * 2 >= items ? (sum + answered * offset) / answered : Number.NaN;
  });
  return { codes, step, items, scores };
}

function talliedInBytes(columns: readonly Uint8Array[], step: number): Uint8Array {
  const people = columns[0]?.length ?? 0;
  const codes = wholeWords(people);
  const to = wordsOf(codes);
  for (const column of columns) {
    const given = wordsOf(column);
    inBlocks(given.length, (from, end) => addWords(to, given, step, from, end));
    addCodes(codes, column, step, given.length * 4, people);
  }
  return codes;
}

function addWords(to: Uint32Array, given: Uint32Array, step: number, from: number, end: number): void {
  for (let word = from; word < end; word += 1) {
    const four = given[word] as number;
    to[word] = (to[word] as number) + four + filledBytes(four) * step;
  }
}

function talliedOneByOne(columns: readonly OptionColumn[], step: number): Uint16Array {
  const tallies = new Uint16Array(columns[0]?.codes.length ?? 0);
  for (const { codes } of columns) inBlocks(tallies.length, (from, end) => addCodes(tallies, codes, step, from, end));
  return tallies;
}

function addCodes(to: Codes, given: Codes, step: number, from: number, end: number): void {
  for (let row = from; row < end; row += 1) {
    const code = given[row] as number;
    to[row] = (to[row] as number) + code + (code === 0 ? 0 : step);
  }
}
