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

/** Of nobody and no item: what others are added to. */
const nothing: TargetBySum = { least: Float64Array.of(0), most: Float64Array.of(0) };

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
  const [last = nothing, ...others] = items.map((item) => targetBySum(item, people, inGroup));
  const above = aboveLeast(total, items.length * people);
  return (widthOf(others.reduce(together, nothing), last, above) ?? 0) / (inGroup * items.length);
}

/**
 * Of one person, for a colleague who tells their own answer to every item; the least over whatever those can be. What can be
 * told of the first half of the items meets what can be told of the others only in the sums that the total allows.
 */
export function stepsOfPersonOnArea(items: readonly AreaItem[], people: number, total: Interval): number {
  const told = items.map((item) => [1, 2, 3, 4, 5].map((answer) => targetBySum(item, people, 1, answer)));
  const above = aboveLeast(total, items.length * people);
  if (above.low <= 0 && above.high >= 4 * people * items.length) return leastByItem(told) / items.length;
  const half = Math.ceil(told.length / 2);
  const [some, others] = [inEveryWay(told.slice(0, half)), inEveryWay(told.slice(half))];
  let least = Infinity;
  for (const one of some) for (const other of others) least = Math.min(least, widthOf(one, other, above) ?? Infinity);
  return Number.isFinite(least) ? least / items.length : 0;
}

/** A total that allows every sum binds no item to another. */
function leastByItem(told: readonly (readonly TargetBySum[])[]): number {
  const every = { low: 0, high: Infinity };
  const least = (ways: readonly TargetBySum[]) =>
    Math.min(...ways.map((one) => widthOf(nothing, one, every) ?? Infinity));
  const sum = told.reduce((before, ways) => before + least(ways), 0);
  return Number.isFinite(sum) ? sum : 0;
}

/** One of each, together, in all the ways that there are. */
function inEveryWay(choices: readonly (readonly TargetBySum[])[]): readonly TargetBySum[] {
  return choices.reduce<readonly TargetBySum[]>(
    (known, next) => known.flatMap((one) => next.map((other) => together(one, other))),
    [nothing],
  );
}

/** The whole sums that a total allows, counted from the least that there can be. */
function aboveLeast({ low, high }: Interval, least: number): Interval {
  return { low: Math.ceil(low - least - tolerance), high: Math.floor(high - least + tolerance) };
}

/** Of two together; null where the answers can't add up to the total. */
function widthOf(one: TargetBySum, other: TargetBySum, total: Interval): number | null {
  let [low, high] = [Infinity, -Infinity];
  for (let at = 0; at < one.least.length; at++) {
    const own = one.least[at] ?? NaN;
    if (Number.isNaN(own)) continue;
    const end = Math.min(total.high - at, other.least.length - 1);
    for (let place = Math.max(total.low - at, 0); place <= end; place++) {
      const theirs = other.least[place] ?? NaN;
      if (Number.isNaN(theirs)) continue;
      low = Math.min(low, own + theirs);
      high = Math.max(high, (one.most[at] ?? 0) + (other.most[place] ?? 0));
    }
  }
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
