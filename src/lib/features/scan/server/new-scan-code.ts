import { randomInt } from 'node:crypto';

/** No letter or figure that can be read as another one: no 0 and O, no 1, I and L, no U. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 8;

/** A new public code for a peiling: it says nothing, and can be read aloud. */
export function newScanCode(): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}

/** What somebody typed as the code of a peiling, in the way we write it; null when it can't be one. */
export function readScanCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '');
  return code.length === length && [...code].every((letter) => alphabet.includes(letter)) ? code : null;
}
