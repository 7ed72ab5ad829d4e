import type { Problem } from './fault.ts';

const NUMBER_WITH_POINT = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const NUMBER_WITH_COMMA = /^[+-]?(?:\d+,\d*|,\d+)(?:[eE][+-]?\d+)?$/;
const LONGEST_QUOTED = 40;

const decoder = new TextDecoder();

/** What a cell says, for a sentence: short, on one line. */
function cellText(bytes: Uint8Array, start: number, end: number): string {
  const text = decoder.decode(bytes.subarray(start, Math.min(end, start + 4 * LONGEST_QUOTED))).trim();
  const plain = Array.from(text, (sign) => (sign < ' ' ? ' ' : sign));
  return plain.length <= LONGEST_QUOTED ? plain.join('') : `${plain.slice(0, LONGEST_QUOTED).join('')}…`;
}

/** Whether a cell holds no answer: nothing, spaces, or NA. */
export function isMissing(text: string): boolean {
  return text === '' || text === 'NA';
}

/**
 * The number in a cell; null when it is missing; else what is wrong with it. A decimal comma is understood where the
 * separator is `;`, as Dutch spreadsheets write it.
 */
export function cellNumber(
  bytes: Uint8Array,
  start: number,
  end: number,
  expected: {
    readonly min: number;
    readonly max: number;
    readonly isWhole: boolean;
    readonly hasDecimalComma: boolean;
    /** Codes that stand for no answer. */
    readonly missing?: readonly number[];
  },
): number | null | Problem {
  const text = cellText(bytes, start, end);
  if (isMissing(text)) return null;
  const hasComma = expected.hasDecimalComma && NUMBER_WITH_COMMA.test(text);
  if (!hasComma && !NUMBER_WITH_POINT.test(text)) return { kind: 'notNumber', text };
  const value = Number(hasComma ? text.replace(',', '.') : text);
  if (!Number.isFinite(value)) return { kind: 'notNumber', text };
  if (expected.missing?.includes(value)) return null;
  if (value < expected.min || value > expected.max)
    return { kind: 'outOfRange', text, min: expected.min, max: expected.max };
  if (expected.isWhole && !Number.isInteger(value)) return { kind: 'notWhole', text };
  return value;
}
