import type { Classes } from '../coding/coded-classes.ts';
import type { Interval } from './tree-intervals.ts';

/** What is known of the answers of a rest to one item of an area. */
export interface AreaItem {
  /** The classes that may be it; null: nothing is told. */
  readonly possible: readonly Classes[] | null;
}

/** By the sum of everybody's answers, the least and the most of it that can be the target's; NaN: nobody can have that sum. */
interface TargetBySum {
  readonly least: Float64Array;
  readonly most: Float64Array;
}

const tolerance = 1e-4;

/**
 * Within how many steps the mean of some people over all items of an area lies, whoever they are: exact, in whole answers.
 * Takes time in proportion to (people × items)²: for the few rests of which a quicker look doesn't tell enough.
 *
 * @param total the sum of everybody's answers to all items
 */
export function stepsOfGroupOnArea(
  items: readonly AreaItem[],
  people: number,
  inGroup: number,
  total: Interval,
): number {
  const all = items.map((item) => targetBySum(item, people, inGroup)).reduce(together);
  return (widthOf(all, items.length * people, total) ?? 0) / (inGroup * items.length);
}

/** Of one person, for a colleague who tells their own answer to every item; the least over whatever those can be. */
export function stepsOfPersonOnArea(items: readonly AreaItem[], people: number, total: Interval): number {
  const told = items.map((item) => [1, 2, 3, 4, 5].map((answer) => targetBySum(item, people, 1, answer)));
  const [first = [], ...others] = told;
  let least = Infinity;
  const tell = (known: TargetBySum, left: typeof others) => {
    const [next, ...after] = left;
    if (next) for (const one of next) tell(together(known, one), after);
    else least = Math.min(least, widthOf(known, items.length * people, total) ?? Infinity);
  };
  for (const one of first) tell(one, others);
  return Number.isFinite(least) ? least / items.length : 0;
}

/** null where the answers can't add up to that. */
function widthOf({ least, most }: TargetBySum, from: number, total: Interval): number | null {
  let [low, high] = [Infinity, -Infinity];
  least.forEach((own, at) => {
    if (Number.isNaN(own) || from + at < total.low - tolerance || from + at > total.high + tolerance) return;
    low = Math.min(low, own);
    high = Math.max(high, most[at] ?? own);
  });
  return low > high ? null : high - low;
}

/** Sums count from that of people who all answer 1. */
function targetBySum({ possible }: AreaItem, people: number, inTarget: number, told?: number): TargetBySum {
  const least = new Float64Array(4 * people + 1).fill(NaN);
  const most = new Float64Array(4 * people + 1).fill(NaN);
  const note = (own: Interval, others: Interval) => {
    for (let sum = own.low + others.low; sum <= own.high + others.high; sum++) {
      const at = sum - people;
      const [low, high] = [Math.max(own.low, sum - others.high), Math.min(own.high, sum - others.low)];
      if (!((least[at] ?? 0) <= low)) least[at] = low;
      if (!((most[at] ?? 0) >= high)) most[at] = high;
    }
  };
  if (possible === null) note(...withoutClasses(people, inTarget, told));
  for (const classes of possible ?? []) {
    for (const [own, others] of dividedOver(classes, inTarget)) {
      const sums = told === undefined ? sumsOf(others) : sumsWith(others, told);
      if (sums) note(sumsOf(own), sums);
    }
  }
  return { least, most };
}

function withoutClasses(people: number, inTarget: number, told?: number): [Interval, Interval] {
  const free = people - inTarget - (told === undefined ? 0 : 1);
  const known = told ?? 0;
  return [
    { low: inTarget, high: 5 * inTarget },
    { low: free + known, high: 5 * free + known },
  ];
}

/** The classes of a target and of the others. */
function* dividedOver({ favourable, middle, unfavourable }: Classes, inTarget: number): Generator<[Classes, Classes]> {
  for (let above = 0; above <= Math.min(inTarget, favourable); above++) {
    for (let below = 0; below <= Math.min(inTarget - above, unfavourable); below++) {
      const between = inTarget - above - below;
      if (between > middle) continue;
      yield [
        { favourable: above, middle: between, unfavourable: below },
        { favourable: favourable - above, middle: middle - between, unfavourable: unfavourable - below },
      ];
    }
  }
}

const sumsOf = ({ favourable, middle, unfavourable }: Classes): Interval => ({
  low: 4 * favourable + 3 * middle + unfavourable,
  high: 5 * favourable + 3 * middle + 2 * unfavourable,
});

/** With one of them who gave this answer; null where none can have. */
function sumsWith(classes: Classes, told: number): Interval | null {
  const own = told > 3 ? 'favourable' : told < 3 ? 'unfavourable' : 'middle';
  if (classes[own] === 0) return null;
  const { low, high } = sumsOf({ ...classes, [own]: classes[own] - 1 });
  return { low: low + told, high: high + told };
}

function together(one: TargetBySum, other: TargetBySum): TargetBySum {
  const least = new Float64Array(one.least.length + other.least.length - 1).fill(NaN);
  const most = new Float64Array(least.length).fill(NaN);
  const possible = [...other.least.keys()].filter((at) => !Number.isNaN(other.least[at]));
  one.least.forEach((own, at) => {
    if (Number.isNaN(own)) return;
    for (const place of possible) {
      const low = own + (other.least[place] ?? 0);
      const high = (one.most[at] ?? 0) + (other.most[place] ?? 0);
      if (!((least[at + place] ?? 0) <= low)) least[at + place] = low;
      if (!((most[at + place] ?? 0) >= high)) most[at + place] = high;
    }
  });
  return { least, most };
}
