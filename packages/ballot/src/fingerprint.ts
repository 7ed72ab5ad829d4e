import { sha256 } from './byte-strings.ts';
import { spell, symbolsOf, typedSymbols } from './crockford.ts';

/** 80 bits: finding another head with the same print takes 2⁸⁰ tries, and a person can compare four groups of four. */
const symbolCount = 16;

/** The short print of a manifest's head, as it stands on every invitation: `7KQM-3XWD-0A2C-9F3T`. */
export async function manifestFingerprint(subtle: SubtleCrypto, head: Uint8Array): Promise<string> {
  return spell(symbolsOf(await sha256(subtle, head), symbolCount));
}

/** A fingerprint as `manifestFingerprint` writes it, from what somebody typed or a link carries; undefined when it is none. */
export function parseFingerprint(typed: string): string | undefined {
  const read = typedSymbols(typed);
  return read.ok && read.symbols.length === symbolCount ? spell(read.symbols) : undefined;
}
