import { mayShowProfileClass, publicationRules, publishForWhole } from '@lerend/disclosure';
import type { Published } from '@lerend/disclosure';
import type { OptionColumn } from '@lerend/psychometrics';
import { fewestItemsForStraightLine, manyMissingShare, straightLineShare } from './method.ts';
import type { ScaleFigures } from './scale-figures.ts';
import type { SpeedCounts } from './snapshot.ts';
import { wholePoints } from './whole-points.ts';

export type QualityKind = 'straight-lining' | 'many-missing' | 'faster-than-reading';

/** Answers of which one may doubt that they were meant. They are counted and shown; every figure has them in it. */
export interface QualityClass {
  readonly kind: QualityKind;
  /** null: fewer than ten people are in it, or out of it. */
  readonly people: number | null;
  /**
   * What the areas would be without them, for everyone together; only areas with ten scores in the class and ten out of
   * it. Empty where there is none, and for speed: that is counted apart from the answers, so nobody can leave it out.
   */
  readonly withoutThem: readonly ScoreWithout[];
}

export interface ScoreWithout {
  readonly areaId: string;
  /** Everyone. */
  readonly score: number;
  /** Those out of the class, and how many they are. */
  readonly scoreWithout: number;
  readonly nWithout: number;
}

export interface AnswerQuality {
  readonly people: number;
  readonly classes: readonly QualityClass[];
}

interface AreaScores {
  readonly areaId: string;
  readonly figures: Pick<ScaleFigures, 'points' | 'columns'>;
}

/**
 * For everyone together, one class at a time, as a profile question is shown; null with fewer than ten people.
 * `itemsPerPerson`: items that each person got, fewer than there are columns in a scan in parts.
 */
export function answerQuality(
  areas: readonly AreaScores[],
  people: number,
  speed: SpeedCounts | undefined,
  itemsPerPerson = areas.reduce((sum, { figures }) => sum + figures.columns.length, 0),
): Published<AnswerQuality> | null {
  return publishForWhole(people, publicationRules.minimumForProfileClass, () => {
    const columns = areas.flatMap(({ figures }) => figures.columns);
    const classes: QualityClass[] = [];
    if (itemsPerPerson >= fewestItemsForStraightLine)
      classes.push(qualityClass('straight-lining', straightLines(columns, people, itemsPerPerson), areas));
    classes.push(qualityClass('many-missing', manyMissing(columns, people, itemsPerPerson), areas));
    if (speed !== undefined) {
      const fast = speed['very-fast'] ?? 0;
      const count = mayShowProfileClass(fast, people) ? fast : null;
      classes.push({ kind: 'faster-than-reading', people: count, withoutThem: [] });
    }
    return { people, classes };
  });
}

function qualityClass(kind: QualityKind, isIn: Uint8Array, areas: readonly AreaScores[]): QualityClass {
  const count = isIn.reduce((sum, one) => sum + one, 0);
  if (!mayShowProfileClass(count, isIn.length)) return { kind, people: null, withoutThem: [] };
  const withoutThem = areas.flatMap(({ areaId, figures }): ScoreWithout[] => {
    const scores = Array.from(figures.points);
    const all = scores.filter((score) => !Number.isNaN(score));
    const others = scores.filter((score, person) => !Number.isNaN(score) && isIn[person] === 0);
    if (!mayShowProfileClass(others.length, all.length)) return [];
    return [{ areaId, score: meanOf(all), scoreWithout: meanOf(others), nWithout: others.length }];
  });
  return { kind, people: count, withoutThem };
}

function meanOf(scores: readonly number[]): number {
  return wholePoints(scores.reduce((sum, score) => sum + score, 0) / scores.length);
}

/**
 * Who gave the same answer to every item (zero variance), or in a row to at least half of the items: the longest run,
 * items without an answer skipped (Johnson 2005, Journal of Research in Personality 39:103; Curran 2016, Journal of
 * Experimental Social Psychology 66:4). Who answered fewer than half of the items isn't judged.
 */
export function straightLines(
  columns: readonly OptionColumn[],
  people: number,
  itemsPerPerson = columns.length,
): Uint8Array {
  const longest = Math.ceil(itemsPerPerson * straightLineShare);
  return Uint8Array.from({ length: people }, (_, person) => {
    const answers = columns.flatMap(({ codes }) => codes[person] || []);
    if (answers.length < longest) return 0;
    let run = 0;
    let most = 0;
    answers.forEach((answer, at) => {
      run = answer === answers[at - 1] ? run + 1 : 1;
      most = Math.max(most, run);
    });
    return Number(most >= longest || most === answers.length);
  });
}

/** Who left more than a third of their items without an answer from 1 to 5, "weet ik niet" included. */
export function manyMissing(
  columns: readonly OptionColumn[],
  people: number,
  itemsPerPerson = columns.length,
): Uint8Array {
  return Uint8Array.from({ length: people }, (_, person) => {
    const answered = columns.reduce((sum, { codes }) => sum + Number(codes[person] !== 0), 0);
    return Number(itemsPerPerson - answered > itemsPerPerson * manyMissingShare);
  });
}
