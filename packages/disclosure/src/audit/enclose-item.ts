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
  let lowest = -Infinity;
  let highest = Infinity;
  for (let told = 1; told <= 5; told++) {
    const name = classOf[told - 1] ?? 'middle';
    // Instead of the least, or the most, that an answer of its class adds, this one adds what it is.
    const [least, most] = endsOf[name];
    let low = Infinity;
    let high = -Infinity;
    for (const classes of possible) {
      if (classes[name] === 0) continue;
      low = Math.min(low, lowestSum(classes) - least + told);
      high = Math.max(high, highestSum(classes) - most + told);
    }
    if (low > high) continue;
    lowest = Math.max(lowest, low);
    highest = Math.min(highest, high);
  }
  return { low: lowest, high: highest };
}

const endsOf = { unfavourable: [1, 2], middle: [3, 3], favourable: [4, 5] } as const;

/**
 * Within how many steps the answer of one person lies for a colleague who knows their own, the least over what that may
 * be; Infinity when there is nobody else. Exact, in whole people: an answer is possible when the others can have given
 * the rest of the sum.
 */
export function stepsOfPersonsAnswer({ possible, sum }: KnownItem): number {
  let least = Infinity;
  for (let told = 1; told <= 5; told++) {
    let lowest = 0;
    let highest = 0;
    for (let answer = 1; answer <= 5; answer++) {
      if (!possible.some((classes) => canAnswer(classes, told, answer, sum))) continue;
      lowest ||= answer;
      highest = answer;
    }
    if (lowest > 0) least = Math.min(least, highest - lowest);
  }
  return least;
}

/** Whether every answer that a colleague can have given with these classes also goes with the sum. */
export function fitsWhateverIsTold({ possible, sum }: KnownItem): boolean {
  return [1, 2, 3, 4, 5].every((told) => {
    const own = possible.filter((classes) => classes[classOf[told - 1] ?? 'middle'] > 0);
    return own.length === 0 || own.some((classes) => canTell(classes, told, sum));
  });
}

function canTell({ favourable, middle, unfavourable }: Classes, told: number, sum: Interval): boolean {
  const f = favourable - Number(told > 3);
  const u = unfavourable - Number(told < 3);
  const known = told + 3 * (middle - Number(told === 3));
  return known + 4 * f + u <= sum.high && known + 5 * f + 2 * u >= sum.low;
}

/** Whether two people can have given these answers, and the others the rest of the sum. */
function canAnswer({ favourable, middle, unfavourable }: Classes, one: number, other: number, sum: Interval): boolean {
  const f = favourable - Number(one > 3) - Number(other > 3);
  const m = middle - Number(one === 3) - Number(other === 3);
  const u = unfavourable - Number(one < 3) - Number(other < 3);
  if (f < 0 || m < 0 || u < 0) return false;
  const known = one + other + 3 * m;
  return known + 4 * f + u <= sum.high && known + 5 * f + 2 * u >= sum.low;
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
