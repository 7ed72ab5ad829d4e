import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '';
const language = /^nl/i.test(locale) ? 'nl' : 'en';

/** @param {{ nl: string, en: string }} sentence */
const inTerminalLanguage = (sentence) => sentence[language];

/** Progress goes to standard error: standard output belongs to what a command answers. */
export function say(sentence) {
  process.stderr.write(`${inTerminalLanguage(sentence)}\n`);
}

/** What stops us, in one sentence; shown without a stack. */
export function problem(sentence) {
  return Object.assign(new Error(inTerminalLanguage(sentence)), { isSentence: true });
}

/** Seconds since `start` (from performance.now), as a person writes them. */
export function secondsSince(start) {
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  return { nl: `${seconds.replace('.', ',')} s`, en: `${seconds} s` };
}
