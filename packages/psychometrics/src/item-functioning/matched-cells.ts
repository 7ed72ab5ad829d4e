import type { OrdinalCells } from './proportional-odds.ts';

/** People who answered a whole scale and are in a group: their score, group and unit, in the same order. */
export interface MatchedPeople {
  /** Standardised scale score. */
  readonly score: Float64Array;
  /** From 0; group 0 is the one that the others are compared with. */
  readonly group: Int32Array;
  readonly groups: number;
}

/** Which predictors a model has: the score; and the groups; and the groups times the score. */
export type Terms = 'score' | 'groups' | 'groupsByScore';

/** The people of one item in cells of equal score and group, and each person's cell. */
export interface MatchedCells {
  readonly cellOf: Int32Array;
  /** The same cells with the predictors of a model. */
  dataFor(terms: Terms): OrdinalCells;
}

/**
 * `answers`: each person's answer as a number from 0, every number up to `categories` − 1 occurring.
 * There are as many cells as scores that occur, times groups, however many people.
 */
export function matchedCells(
  { score, group, groups }: MatchedPeople,
  answers: Int32Array,
  categories: number,
): MatchedCells {
  const places = new Map<number, Int32Array>();
  const scores: number[] = [];
  const members: number[] = [];
  const cellOf = score.length === 0 ? new Int32Array() : new Int32Array(score.length);
  score.forEach((value, person) => {
    let row = places.get(value);
    if (row === undefined) {
      row = new Int32Array(groups).fill(-1);
      places.set(value, row);
    }
    const at = group[person] as number;
    if (row[at] === -1) {
      row[at] = scores.length;
      scores.push(value);
      members.push(at);
    }
    cellOf[person] = row[at] as number;
  });
  const counts = new Float64Array(scores.length * categories);
  cellOf.forEach((cell, person) => {
    const place = cell * categories + (answers[person] as number);
    counts[place] = (counts[place] as number) + 1;
  });
  const dataFor = (terms: Terms): OrdinalCells => {
    const others = groups - 1;
    const predictors = terms === 'score' ? 1 : terms === 'groups' ? 1 + others : 1 + 2 * others;
    const x = new Float64Array(scores.length * predictors);
    scores.forEach((value, cell) => {
      x[cell * predictors] = value;
      const member = members[cell] as number;
      if (member === 0 || terms === 'score') return;
      x[cell * predictors + member] = 1;
      if (terms === 'groupsByScore') x[cell * predictors + others + member] = value;
    });
    return { cells: scores.length, categories, predictors, x, counts };
  };
  return { cellOf, dataFor };
}
