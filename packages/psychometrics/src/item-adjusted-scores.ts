import type { AnswerColumn } from './answer-column.ts';
import { answerVariances } from './answer-variances.ts';
import type { AnswerVariances } from './answer-variances.ts';
import { answersByPerson } from './answers-by-person.ts';
import type { AnswersByPerson } from './answers-by-person.ts';
import { defined, notDefined } from './figure.ts';
import type { Figure } from './figure.ts';
import { itemMeans } from './item-means.ts';

/** Scores on a scale of which each person answered some items, and how far chance of items reaches in them. */
export interface ItemAdjustedScores {
  /** One a person, in the unit of the answers; NaN where somebody answered none. May pass the ends of the answers a little. */
  readonly scores: Float64Array;
  /** What each item would have averaged over everyone; null where nobody answered it. */
  readonly itemMeans: readonly (number | null)[];
  readonly variances: AnswerVariances;
  /** Variance of one person's score that is of the items drawn and of the moment: residual × mean of 1 / answered items. */
  readonly errorVariance: Figure;
  /** Share of the scores' variance that isn't error: person / (person + error). For one person's score, not a unit's. */
  readonly reliability: Figure;
}

/** A ratio above this is as good as comparing items within persons alone, and keeps the equations solvable. */
const GREATEST_RATIO = 1000;

/**
 * Persons' scores for planned missingness: each person was asked a part of the scale's items, drawn by chance.
 *
 * score = mean over the items answered of (answer − the item's effect), the effect being the item's mean minus the mean
 * of all items' means ({@link itemMeans}, at the ratio of {@link answerVariances}). So nobody scores high because the
 * easy items came by. Who answered one item has a score: there is no half rule, since what wasn't asked isn't left out.
 * Use it only where items were drawn by chance; for one fixed form use `personScores`.
 *
 * The mean over a unit's people is an unbiased estimate of the unit's mean on all items, and the spread of these scores
 * within the unit holds both the people's and the items' chance: (person + residual / items answered) / n. So the usual
 * intervals on these scores cover. Left out: the items' means are estimates too. That is small where the whole is many
 * times a unit (`item-adjusted-scores.test.ts` measures the coverage).
 * Assumes that an item is as easy in every unit; where it isn't, the difference counts as rest.
 * Source of the design: multiple matrix sampling, Lord (1962), Educational and Psychological Measurement 22:259; planned
 * missing data, Graham, Taylor, Olchowski & Cumsille (2006), Psychological Methods 11:323.
 */
export function itemAdjustedScores(columns: readonly AnswerColumn[]): ItemAdjustedScores {
  const answers = answersByPerson(columns);
  const variances = answerVariances(answers);
  const means = itemMeans(answers, ratioOf(variances));
  const known = means.filter((mean) => mean !== null);
  const middle = known.reduce((sum, mean) => sum + mean, 0) / known.length;
  const { scores, shareOfOne } = adjusted(
    answers,
    means.map((mean) => (mean === null ? 0 : mean - middle)),
  );
  const errorVariance =
    variances.residual.value === null ? variances.residual : defined(variances.residual.value * shareOfOne);
  return { scores, itemMeans: means, variances, errorVariance, reliability: reliabilityOf(variances, errorVariance) };
}

function ratioOf({ person, residual }: AnswerVariances): number {
  if (person.value === null || residual.value === null || person.value === 0) return 0;
  return Math.min(GREATEST_RATIO, person.value / residual.value);
}

/** Scores, and the mean over people of 1 / items answered. */
function adjusted({ values, people, items }: AnswersByPerson, effects: readonly number[]) {
  const scores = new Float64Array(people).fill(Number.NaN);
  let shares = 0;
  let scored = 0;
  for (let person = 0; person < people; person += 1) {
    let sum = 0;
    let count = 0;
    for (let item = 0; item < items; item += 1) {
      const value = values[person * items + item] as number;
      if (Number.isNaN(value)) continue;
      sum += value - (effects[item] as number);
      count += 1;
    }
    if (count === 0) continue;
    scores[person] = sum / count;
    shares += 1 / count;
    scored += 1;
  }
  return { scores, shareOfOne: scored > 0 ? shares / scored : 0 };
}

function reliabilityOf({ person }: AnswerVariances, error: Figure): Figure {
  if (person.value === null) return person;
  if (error.value === null) return error;
  const whole = person.value + error.value;
  return whole > 0 ? defined(person.value / whole) : notDefined('noVariance');
}
