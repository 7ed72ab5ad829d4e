import type { Language } from '#lib/platform/language/index.ts';

/** "a, b en c". */
export function wordList(language: Language): (words: readonly string[]) => string {
  const format = new Intl.ListFormat(language === 'nl' ? 'nl-NL' : 'en-GB', { type: 'conjunction' });
  return (words) => format.format(words);
}
