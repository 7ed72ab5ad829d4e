const complaint = /the text `\\?"(.+?)\\?"` could not be displayed with font/gu;
const escaped = /\\+u\{([0-9a-f]+)\}/gu;
const REPLACEMENT = '□';

/**
 * PDF/UA refuses a character that no font can show (an emoji in a name). Rather no emoji than no document:
 * the JSON comes back with each such character replaced by a square; null when the fault was another one.
 */
export function withoutMissingGlyphs(json: string, fault: unknown): string | null {
  if (!(fault instanceof Error)) return null;
  const missing = new Set<string>();
  for (const [, text = ''] of fault.message.matchAll(complaint)) {
    const plain = text.replace(escaped, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
    for (const character of plain) missing.add(character);
  }
  if (missing.size === 0) return null;
  return [...json].map((character) => (missing.has(character) ? REPLACEMENT : character)).join('');
}
