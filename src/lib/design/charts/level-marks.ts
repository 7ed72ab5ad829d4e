import { builtInCutScores, levelNames, levels } from '@lerend/instrument';
import type { Level, LevelCuts } from '@lerend/instrument';

/** A level on the gauge: where it begins and what it is called in the reader's language. */
export interface LevelMark {
  name: string;
  from: number;
}

/**
 * The marks of the built-in scan, up to the highest level that the form can show, where these cuts put them. Without
 * cuts, for a drawing that is nobody's result, the built-in ones. An own instrument has none: [].
 */
export function levelMarks(
  language: 'nl' | 'en',
  highest: Level = 'improving',
  { begun, usual, improving }: LevelCuts = builtInCutScores.cuts,
): LevelMark[] {
  const starts: Record<Level, number> = { sometimes: 0, begun, usual, improving };
  return levels
    .slice(0, levels.indexOf(highest) + 1)
    .map((level) => ({ name: levelNames[level].name[language], from: starts[level] }));
}

export interface DotCount {
  count: number;
  of: number;
  /** The level that the count speaks of. */
  mark: LevelMark;
  /** Whether higher levels are counted in as well. The lowest level is counted by itself, else it would say nothing. */
  isOrHigher: boolean;
}

/**
 * How the twenty dots are told in one sentence: the level in which the middle dot lies, and how many lie in it or
 * higher. Of an even number of dots the upper middle one decides. Without marks or dots there is nothing to count.
 */
export function countDots(dots: readonly number[], marks: readonly LevelMark[]): DotCount | undefined {
  const middle = [...dots].sort((a, b) => a - b)[Math.floor(dots.length / 2)];
  if (middle === undefined) return undefined;
  const index = marks.findLastIndex((mark) => mark.from <= middle);
  const mark = marks[index];
  if (mark === undefined) return undefined;
  const isOrHigher = index > 0 && index < marks.length - 1;
  const end = index === 0 ? (marks[1]?.from ?? Infinity) : Infinity;
  const count = dots.filter((dot) => dot >= mark.from && dot < end).length;
  return { count, of: dots.length, mark, isOrHigher };
}
