/** Crockford's base32: no I, L, O or U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const valueOf = new Map(Array.from(alphabet, (letter, value) => [letter, value]));

/** How people write what the alphabet leaves out. */
const readAs: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** 55 bits in 11 characters, then one check character: three groups of four. */
const symbolCount = 11;
const groupLength = 4;

/** Bytes that a code is made of; of the last, the lowest bit isn't used. */
export const invitationCodeBytes = 7;

export type InvitationCodeFault = 'empty' | 'wrong-length' | 'unknown-character' | 'typing-error';

export type ParsedInvitationCode =
  | { readonly ok: true; /** As `invitationCode` writes it. */ readonly code: string }
  | { readonly ok: false; readonly fault: InvitationCodeFault };

/**
 * The short form of an invitation code, to print, mail and type: `7KQM-3XWD-0A2C`. From at least seven derived bytes
 * (an HMAC, say), of which the first 55 bits count; fewer bytes are a RangeError.
 */
export function invitationCode(derived: Uint8Array): string {
  if (derived.length < invitationCodeBytes) throw new RangeError(`a code needs ${invitationCodeBytes} bytes`);
  const symbols = Array.from({ length: symbolCount }, (_, symbol) => fiveBits(derived, 5 * symbol));
  return spell([...symbols, checkOf(symbols)]);
}

/**
 * Reads what someone typed: small letters, spaces, hyphens and dots don't matter, O is 0, I and L are 1.
 * A slip (one wrong character, any two swapped) is always `typing-error`, so that a code which comes through and isn't
 * known belongs to another peiling or to nobody: the page can say which of the two it is.
 */
export function parseInvitationCode(typed: string): ParsedInvitationCode {
  const letters = Array.from(typed.toUpperCase().replace(/[\s.\-‐-―_]/gu, ''), (letter) => readAs[letter] ?? letter);
  if (letters.length === 0) return { ok: false, fault: 'empty' };
  const symbols = letters.flatMap((letter) => valueOf.get(letter) ?? []);
  if (symbols.length !== letters.length) return { ok: false, fault: 'unknown-character' };
  if (symbols.length !== symbolCount + 1) return { ok: false, fault: 'wrong-length' };
  if (checkOf(symbols.slice(0, symbolCount)) !== symbols[symbolCount]) return { ok: false, fault: 'typing-error' };
  return { ok: true, code: spell(symbols) };
}

function spell(symbols: readonly number[]): string {
  const letters = symbols.map((symbol) => alphabet[symbol] ?? '').join('');
  return (letters.match(new RegExp(`.{${groupLength}}`, 'g')) ?? []).join('-');
}

function fiveBits(bytes: Uint8Array, from: number): number {
  const at = from >> 3;
  const pair = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
  return (pair >> (11 - (from & 7))) & 31;
}

/**
 * The sum of symbol × aⁱ⁺¹ in the field of 32 elements (x⁵ + x² + 1, a its root). All weights differ from one another
 * and from the check's own 1, so every single slip and every swap of two different characters changes it.
 */
function checkOf(symbols: readonly number[]): number {
  let check = 0;
  for (const symbol of symbols.toReversed()) check = timesRoot(check ^ symbol);
  return check;
}

function timesRoot(element: number): number {
  const doubled = element << 1;
  return doubled & 32 ? doubled ^ 0b100101 : doubled;
}
