import { derivePublished } from '@lerend/disclosure';
import type { AreaCell, ProfileClass, Published } from '@lerend/disclosure';
import { kishDesignEffect, rakedSample, weightedMean } from '@lerend/psychometrics';
import type { RakedSample } from '@lerend/psychometrics';
import type { ProfilePeople, ProfileQuestionClasses } from './profile-people.ts';
import type { ProfileCell, WeightedScore } from './profile-result.ts';
import { wholePoints } from './whole-points.ts';

/** A question that is told on an area, and of which is known how many people there are in each of its classes. */
export interface WeighingQuestion {
  readonly one: ProfileQuestionClasses;
  /** Per shown class. */
  readonly heads: readonly number[];
  readonly cells: readonly Published<ProfileCell>[];
}

/** Weights that cost more than a third of the answers let a few speak for many, and rounding with them. */
const largestDesignEffect = 1.5;

/** Known people per shown class. null: nobody said, or more people answered than there are, so that it is about others. */
export function headsOfClasses(
  shown: readonly ProfileClass[],
  heads: readonly number[] | undefined,
  answered: readonly number[],
): readonly number[] | null {
  if (!heads) return null;
  const inClass = (of: readonly number[], { bands }: ProfileClass) =>
    bands.reduce((sum, band) => sum + (band === 0 ? 0 : (of[band] ?? 0)), 0);
  const known = shown.map((one) => inClass([0, ...heads], one));
  return shown.every((one, place) => inClass(answered, one) <= (known[place] ?? 0)) ? known : null;
}

/**
 * The score of an area as if people had answered in proportion to their known numbers, on all given questions at once.
 * Weights are raked, from counts alone. What is weighted isn't what people answered: that would be a sum with weights of
 * its own, which beside the scores of classes tells of the few in a rare combination of classes (`weighted-score.test.ts`).
 * It is what published figures say of them: the score of everyone, moved by the scores of their classes. So it tells
 * nothing that these don't. Who is in no class counts as often as before. null: no weights, or too unequal ones.
 */
export function weightedScore(
  whole: Published<AreaCell>,
  { rows }: ProfilePeople,
  questions: readonly WeighingQuestion[],
): Published<WeightedScore> | null {
  const sample = weightsOf(rows, questions);
  if (questions.length === 0 || sample === null || kishDesignEffect(sample.weights) > largestDesignEffect) return null;
  const scores = questions.flatMap(({ cells }) => cells.map((cell) => derivePublished([cell], ({ score }) => score)));
  const score = derivePublished([whole], (cell) => cell.score);
  return derivePublished<[number, ...number[]], WeightedScore>([score, ...scores], (own, ...classScores) => {
    const told = Float64Array.from(meansAsTold(sample, questions, own, classScores));
    const plain = told.reduce((sum, one) => sum + one, 0) / told.length;
    const moved = own + weightedMean(told, sample).mean - plain;
    return { score: own, weighted: wholePoints(Math.min(100, Math.max(0, moved))) };
  });
}

/** Each question's classes as a margin, and whoever is in none as one more, that stays as large as it is. */
function weightsOf(rows: Int32Array, questions: readonly WeighingQuestion[]): RakedSample | null {
  const margins = questions.map(({ one, heads }) => {
    const values = rows.map((row) => {
      const place = one.classOf[row] ?? -1;
      return place < 0 ? heads.length : place;
    });
    const others = values.reduce((sum, value) => sum + (value === heads.length ? 1 : 0), 0);
    const known = heads.reduce((sum, people) => sum + people, 0);
    const totals = heads.map((people) => ((rows.length - others) * people) / known);
    return { values, totals: Float64Array.from(others > 0 ? [...totals, others] : totals) };
  });
  return rakedSample(margins, rows.length).value;
}

const mostRounds = 2000;
const closeEnough = 1e-7;

/**
 * Of every person the score that published figures suggest, by what adds up: of everyone, and a step for each class.
 * Each question draws the mean of each of its classes to its score, all questions at once, each by its share: where rounded
 * scores contradict one another that ends in between. Counts of classes are known to whoever attacks, so they may be used.
 */
function meansAsTold(
  { cells }: RakedSample,
  questions: readonly WeighingQuestion[],
  own: number,
  classScores: readonly number[],
): Float64Array {
  const targets = withoutRounding(cells, questions, own, classScores);
  const means = new Float64Array(cells.n.length).fill(own);
  for (let round = 0; round < mostRounds; round++) {
    const steps = targets.map((scores, at) => {
      const values = cells.values[at] ?? new Int32Array();
      return scores.map((score, place) => score - meanOf(cells, means, values, place));
    });
    means.forEach((mean, cell) => {
      const step = steps.reduce((sum, of, at) => sum + (of[cells.values[at]?.[cell] ?? -1] ?? 0), 0);
      means[cell] = mean + step / questions.length;
    });
    if (steps.every((of) => of.every((step) => Math.abs(step) < closeEnough))) break;
  }
  return Float64Array.from(cells.cellOf, (cell) => means[cell] ?? own);
}

/** Scores of classes that hold everyone, moved together so that they add up to the score of everyone. */
function withoutRounding(
  cells: RakedSample['cells'],
  questions: readonly WeighingQuestion[],
  own: number,
  classScores: readonly number[],
): readonly (readonly number[])[] {
  let from = 0;
  return questions.map(({ heads }, at) => {
    const scores = classScores.slice(from, (from += heads.length));
    const values = cells.values[at] ?? new Int32Array();
    if (values.includes(heads.length)) return scores;
    const all = cells.n.reduce((sum, n) => sum + n, 0);
    const sum = cells.n.reduce((total, n, cell) => total + n * (scores[values[cell] ?? -1] ?? 0), 0);
    return scores.map((score) => score + own - sum / all);
  });
}

function meanOf({ n }: RakedSample['cells'], means: Float64Array, values: Int32Array, place: number): number {
  let people = 0;
  let sum = 0;
  values.forEach((value, cell) => {
    if (value !== place) return;
    people += n[cell] ?? 0;
    sum += (n[cell] ?? 0) * (means[cell] ?? 0);
  });
  return people > 0 ? sum / people : 0;
}
