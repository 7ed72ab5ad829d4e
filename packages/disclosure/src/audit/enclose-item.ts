import type { Classes } from '../coding/coded-classes.ts';
import type { Interval } from './tree-intervals.ts';

/** What is known of the answers of a rest to one item. */
export interface KnownItem {
  /** The classes that may be it. */
  readonly possible: readonly Classes[];
  /** The sum of the answers, 1 to 5 each. */
  readonly sum: Interval;
}

/** Of each answer 1 to 5 its class. */
const classOf = ['unfavourable', 'unfavourable', 'middle', 'favourable', 'favourable'] as const;

const lowestSum = ({ favourable, middle, unfavourable }: Classes) => 4 * favourable + 3 * middle + unfavourable;
const highestSum = ({ favourable, middle, unfavourable }: Classes) => 5 * favourable + 3 * middle + 2 * unfavourable;

/** The sums that classes can have. */
export function sumsOf(possible: readonly Classes[]): Interval {
  return { low: Math.min(...possible.map(lowestSum)), high: Math.max(...possible.map(highestSum)) };
}

/**
 * The sums that classes can have for a colleague whose own answer, whatever it is, leaves the least room: not higher than
 * this, and not lower.
 */
export function sumsForColleague(possible: readonly Classes[]): Interval {
  const own = [1, 2, 3, 4, 5].flatMap((told) => {
    const others = possible.flatMap((classes) => without(classes, told));
    if (others.length === 0) return [];
    const { low, high } = sumsOf(others);
    return [{ low: low + told, high: high + told }];
  });
  return { low: Math.max(...own.map(({ low }) => low)), high: Math.min(...own.map(({ high }) => high)) };
}

/**
 * Within how many steps the answer of one person lies for a colleague who knows their own, the least over what that may
 * be; Infinity when there is nobody else. Exact, in whole people: an answer is possible when the others can have given
 * the rest of the sum.
 */
export function stepsOfPersonsAnswer({ possible, sum }: KnownItem): number {
  let least = Infinity;
  for (let told = 1; told <= 5; told++) {
    const others = possible.flatMap((classes) => without(classes, told));
    const answers = [1, 2, 3, 4, 5].filter((answer) =>
      others.some((left) =>
        without(left, answer).some((rest) => {
          const known = told + answer;
          return known + lowestSum(rest) <= sum.high && known + highestSum(rest) >= sum.low;
        }),
      ),
    );
    const [lowest, highest] = [answers[0], answers.at(-1)];
    if (lowest !== undefined && highest !== undefined) least = Math.min(least, highest - lowest);
  }
  return least;
}

function without(classes: Classes, answer: number): Classes[] {
  const name = classOf[answer - 1] ?? 'middle';
  return classes[name] > 0 ? [{ ...classes, [name]: classes[name] - 1 }] : [];
}

/** Within how many steps the mean answer of some people lies, whoever they are. */
export function stepsOfGroupsAnswer({ possible, sum }: KnownItem, inGroup: number): number {
  let low = Infinity;
  let high = -Infinity;
  for (const classes of possible) {
    for (let favourable = 0; favourable <= Math.min(inGroup, classes.favourable); favourable++) {
      for (let middle = 0; middle <= Math.min(inGroup - favourable, classes.middle); middle++) {
        const own = { favourable, middle, unfavourable: inGroup - favourable - middle };
        if (own.unfavourable > classes.unfavourable) continue;
        const others = {
          favourable: classes.favourable - favourable,
          middle: classes.middle - middle,
          unfavourable: classes.unfavourable - own.unfavourable,
        };
        const most = Math.min(highestSum(own), sum.high - lowestSum(others));
        const least = Math.max(lowestSum(own), sum.low - highestSum(others));
        if (most < least) continue;
        low = Math.min(low, least / inGroup);
        high = Math.max(high, most / inGroup);
      }
    }
  }
  return Math.max(0, high - low);
}
