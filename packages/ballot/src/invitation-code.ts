import { checkOf, spell, symbolsOf, typedSymbols } from './crockford.ts';

/** 55 bits in 11 characters, then one check character: three groups of four. */
const symbolCount = 11;

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
  const symbols = symbolsOf(derived, symbolCount);
  return spell([...symbols, checkOf(symbols)]);
}

/**
 * Reads what someone typed: small letters, spaces, hyphens and dots don't matter, O is 0, I and L are 1.
 * A slip (one wrong character, any two swapped) is always `typing-error`, so that a code which comes through and isn't
 * known belongs to another peiling or to nobody: the page can say which of the two it is.
 */
export function parseInvitationCode(typed: string): ParsedInvitationCode {
  const read = typedSymbols(typed);
  if (!read.ok) return read;
  const { symbols } = read;
  if (symbols.length !== symbolCount + 1) return { ok: false, fault: 'wrong-length' };
  if (checkOf(symbols.slice(0, symbolCount)) !== symbols[symbolCount]) return { ok: false, fault: 'typing-error' };
  return { ok: true, code: spell(symbols) };
}
