import type { AreaCode, Language } from '@lerend/instrument';
import { practices } from './library.ts';
import type { Practice } from './practice.ts';

export interface PracticeSearch {
  readonly language: Language;
  /** Only practices with this as their main area. */
  readonly area?: AreaCode;
  /** Only practices that take at most this many hours of everyone together. */
  readonly maxHours?: number;
  /** For counting those hours; without it, `usualTeamSize`. */
  readonly teamSize?: number;
}

/** The team that hours are counted for where no size is known. */
export const usualTeamSize = 8;

/** Hours of everyone together for a whole practice: the one who pulls it, and each of `teamSize` people. */
export function hoursOf(practice: Practice, teamSize: number): number {
  return practice.hours.lead + practice.hours.perPerson * teamSize;
}

/**
 * Practices in which every word of the query occurs, in the given language; the best first, ties in library order.
 *
 * Letter case and accents make no difference; a word also matches inside another ("terug" finds "terugkijken").
 * A hit in the title counts most, then summary, for whom, actions, and the rest. An empty query gives every practice
 * that passes the filters. Pure; nothing is thrown. Not for finding a practice by id: that is `practiceOf`.
 */
export function searchPractices(query: string, search: PracticeSearch): Practice[] {
  const words = plain(query)
    .split(' ')
    .filter((word) => word !== '');
  return practices
    .filter((practice) => passes(practice, search))
    .map((practice) => ({ practice, score: scoreOf(practice, words, search.language) }))
    .filter(({ score }) => score !== null)
    .sort((one, other) => (other.score ?? 0) - (one.score ?? 0))
    .map(({ practice }) => practice);
}

function passes(practice: Practice, { area, maxHours, teamSize = usualTeamSize }: PracticeSearch): boolean {
  if (area !== undefined && practice.area !== area) return false;
  return maxHours === undefined || hoursOf(practice, teamSize) <= maxHours;
}

/** The sum over the words of their best field; null when a word is nowhere. */
function scoreOf(practice: Practice, words: readonly string[], language: Language): number | null {
  const fields = fieldsOf(practice, language);
  let sum = 0;
  for (const word of words) {
    const best = fields.find(([, text]) => text.includes(word));
    if (best === undefined) return null;
    sum += best[0];
  }
  return sum;
}

/** Weight and plain text of each field, heaviest first. */
function fieldsOf(practice: Practice, language: Language): [number, string][] {
  const { title, summary, forWhom, actions, noticing, goesWrong, shifts, distance, measure, presupposes } = practice;
  const rest = [
    noticing,
    shifts,
    distance,
    measure.text,
    ...presupposes,
    ...goesWrong.flatMap((one) => [one.what, one.then]),
  ];
  return [
    [8, plain(title[language])],
    [4, plain(summary[language])],
    [3, plain(forWhom[language])],
    [2, plain(actions.map((one) => one.text[language]).join(' '))],
    [1, plain(rest.map((one) => one[language]).join(' '))],
  ];
}

/** Lower case, without accents, letters and digits only, single spaces. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
