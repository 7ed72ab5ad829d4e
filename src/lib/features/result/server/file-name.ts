import type { Language } from '#lib/platform/language/index.ts';
import { resultMessages } from '../messages.ts';

const mostCharacters = 120;

/** A name that every system takes: without signs that mean something in a path, and never cut through one character. */
export function fileName(language: Language, ...parts: readonly string[]): string {
  const name = [resultMessages(language)('file-result'), ...parts].join(' – ').replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ');
  return [...name].slice(0, mostCharacters).join('').toWellFormed();
}
