import type { AnswersByPerson } from './answers-by-person.ts';
import { choleskyFactor, choleskySolve } from './linear-algebra/cholesky.ts';

/**
 * What each item would have averaged had everyone answered it, when each person answered some of the items: generalised
 * least squares with a random person. null for an item that nobody answered.
 *
 * answer = item + person + rest; `ratio` = variance of persons / variance of the rest. 0 gives each item's plain mean
 * over whoever answered it; the greater the ratio, the more items are compared within persons, so that an item isn't
 * called easy because content people happened to get it. Equals the fixed effects of lme4's
 * `lmer(y ~ 0 + item + (1 | person))` at the same ratio. Assumes that which items a person got has nothing to do with
 * the answers, given the person (drawing them by chance makes it so).
 */
export function itemMeans({ values, people, items }: AnswersByPerson, ratio: number): readonly (number | null)[] {
  const matrix = new Float64Array(items * items);
  const right = new Float64Array(items);
  for (let person = 0; person < people; person += 1) {
    const from = person * items;
    const answered = answeredItems(values, from, items);
    const weight = ratio / (1 + answered.length * ratio);
    const sum = answered.reduce((total, item) => total + (values[from + item] as number), 0);
    for (const item of answered) {
      right[item] = (right[item] as number) + (values[from + item] as number) - weight * sum;
      matrix[item * items + item] = (matrix[item * items + item] as number) + 1;
      for (const other of answered) matrix[item * items + other] = (matrix[item * items + other] as number) - weight;
    }
  }
  const known = Array.from({ length: items }, (_, item) => item).filter(
    (item) => (matrix[item * items + item] as number) > 0,
  );
  const size = known.length;
  const reduced = Float64Array.from(
    known.flatMap((row) => known.map((column) => matrix[row * items + column] as number)),
  );
  const factor = choleskyFactor(reduced, size);
  if (factor === null) throw new RangeError(`No item means at a ratio of ${ratio}.`);
  const solved = choleskySolve(
    factor,
    size,
    Float64Array.from(known, (item) => right[item] as number),
  );
  return Array.from({ length: items }, (_, item) => {
    const at = known.indexOf(item);
    return at < 0 ? null : (solved[at] as number);
  });
}

function answeredItems(values: Float64Array, from: number, items: number): number[] {
  const answered: number[] = [];
  for (let item = 0; item < items; item += 1) if (!Number.isNaN(values[from + item])) answered.push(item);
  return answered;
}
