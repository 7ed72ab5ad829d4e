import type { AnswersByPerson } from './answers-by-person.ts';
import { defined, notDefined } from './figure.ts';
import type { Figure } from './figure.ts';

/** How the answers to items of one scale vary once the items' own means are taken off. */
export interface AnswerVariances {
  /** Between persons (their unit included): the mean covariance of two answers of one person, never under 0. */
  readonly person: Figure;
  /** What is left of a single answer: of this person with this item, and of the moment. Never under 0. */
  readonly residual: Figure;
}

/**
 * The two variances by the method of moments, for answers with many gaps: residual = variance of all answers about their
 * item's mean − person. Right in the long run whatever the distribution, and less precise than REML. Undefined: nobody
 * answered two items (`tooFewPairs`), or no more answers than items (`tooFewAnswers`).
 */
export function answerVariances({ values, people, items }: AnswersByPerson): AnswerVariances {
  const means = plainItemMeans({ values, people, items });
  const known = means.filter((mean) => !Number.isNaN(mean)).length;
  let answers = 0;
  let squares = 0;
  let products = 0;
  let pairs = 0;
  for (let person = 0; person < people; person += 1) {
    let sum = 0;
    let own = 0;
    let count = 0;
    for (let item = 0; item < items; item += 1) {
      const value = values[person * items + item] as number;
      if (Number.isNaN(value)) continue;
      const apart = value - (means[item] as number);
      sum += apart;
      own += apart * apart;
      count += 1;
    }
    answers += count;
    squares += own;
    products += sum * sum - own;
    pairs += count * (count - 1);
  }
  if (answers <= known) return { person: notDefined('tooFewAnswers'), residual: notDefined('tooFewAnswers') };
  if (pairs === 0) return { person: notDefined('tooFewPairs'), residual: notDefined('tooFewPairs') };
  const total = squares / (answers - known);
  const person = Math.min(total, Math.max(0, products / pairs));
  return { person: defined(person), residual: defined(total - person) };
}

/** NaN where nobody answered. */
function plainItemMeans({ values, people, items }: AnswersByPerson): Float64Array {
  return Float64Array.from({ length: items }, (_, item) => {
    let sum = 0;
    let count = 0;
    for (let person = 0; person < people; person += 1) {
      const value = values[person * items + item] as number;
      if (Number.isNaN(value)) continue;
      sum += value;
      count += 1;
    }
    return count > 0 ? sum / count : Number.NaN;
  });
}
