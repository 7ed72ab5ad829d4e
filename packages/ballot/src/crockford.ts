import type { Bytes } from './byte-strings.ts';

/** Crockford's base32: no I, L, O or U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const valueOf = new Map(Array.from(alphabet, (letter, value) => [letter, value]));

/** How people write what the alphabet leaves out. */
const readAs: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

const groupLength = 4;

/** The first symbols of these bytes, five bits each; what lies behind the last byte is 0. */
export function symbolsOf(bytes: Uint8Array, count: number): number[] {
  return Array.from({ length: count }, (_, symbol) => fiveBits(bytes, 5 * symbol));
}

/** The bytes that symbols make together; bits beyond the last whole byte are left out. */
export function bytesOfSymbols(symbols: readonly number[], count: number): Bytes {
  const bytes = new Uint8Array(count);
  symbols.forEach((symbol, at) => {
    const shifted = symbol << (11 - ((5 * at) & 7));
    const first = (5 * at) >> 3;
    if (first < count) bytes[first] = (bytes[first] ?? 0) | (shifted >> 8);
    if (first + 1 < count) bytes[first + 1] = (bytes[first + 1] ?? 0) | (shifted & 255);
  });
  return bytes;
}

/** In groups of four, with hyphens. */
export function spell(symbols: readonly number[]): string {
  const letters = symbols.map((symbol) => alphabet[symbol] ?? '').join('');
  return (letters.match(new RegExp(`.{1,${groupLength}}`, 'g')) ?? []).join('-');
}

export type TypedSymbols =
  | { readonly ok: true; readonly symbols: readonly number[] }
  | { readonly ok: false; readonly fault: 'empty' | 'unknown-character' };

/** What somebody typed: small letters, spaces, hyphens and dots don't matter, O is 0, I and L are 1. */
export function typedSymbols(typed: string): TypedSymbols {
  const letters = Array.from(typed.toUpperCase().replace(/[\s.\-‐-―_]/gu, ''), (letter) => readAs[letter] ?? letter);
  if (letters.length === 0) return { ok: false, fault: 'empty' };
  const symbols = letters.flatMap((letter) => valueOf.get(letter) ?? []);
  return symbols.length === letters.length ? { ok: true, symbols } : { ok: false, fault: 'unknown-character' };
}

/**
 * One symbol that gives slips away: the sum of symbol × aⁱ⁺¹ in the field of 32 elements (x⁵ + x² + 1, a its root). Up
 * to 30 symbols all weights differ from one another and from the check's own 1, so every single slip and every swap of
 * two different characters changes it.
 */
export function checkOf(symbols: readonly number[]): number {
  let check = 0;
  for (const symbol of symbols.toReversed()) check = timesRoot(check ^ symbol);
  return check;
}

function timesRoot(element: number): number {
  const doubled = element << 1;
  return doubled & 32 ? doubled ^ 0b100101 : doubled;
}

function fiveBits(bytes: Uint8Array, from: number): number {
  const at = from >> 3;
  const pair = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
  return (pair >> (11 - (from & 7))) & 31;
}
