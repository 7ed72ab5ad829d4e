import type { Bounds } from './linear-programme.ts';

/*
 * What an integer programme over counts of answers finds, by counting: the least and the greatest sum of the answers of a target,
 * given the classes of each item and the sum of all answers to all items. Equal to HiGHS (`possible-sums.test.ts`), and some
 * hundred times as fast.
 */

/** One item: who answered it, how many of them are the target, between which numbers its outer classes lie. */
export interface CountedItem {
  readonly people: number;
  readonly inTarget: number;
  /** null: nothing is told of the classes. */
  readonly classes: { readonly favourable: Bounds; readonly unfavourable: Bounds } | null;
  /** What one of the others answered, where somebody told. */
  readonly told?: number;
}

/** By the sum of all answers to an item, the least and the most of it that can be the target's; NaN: no way to have that sum. */
interface TargetBySum {
  readonly from: number;
  readonly least: Float64Array;
  readonly most: Float64Array;
}

const hair = 1e-6;

/** The sums of the target on each item, and of all items together; null where the answers can't be so. */
export interface TargetSums {
  readonly items: readonly (Bounds | null)[];
  readonly all: Bounds | null;
}

/** @param total sum of all answers to all items, where it is known */
export function targetSums(items: readonly CountedItem[], total: Bounds): TargetSums {
  const bySum = items.map(targetBySum);
  const others = bySum.map(withoutTarget);
  const upTo = foldedUpTo(others);
  const from = foldedUpTo(others.toReversed()).toReversed();
  return {
    items: bySum.map((item, at) => rangeOf([upTo[at - 1], item, from[at + 1]], total)),
    all: rangeOf(bySum, total),
  };
}

/** The first by itself, the first two together, and so on. */
function foldedUpTo(items: readonly TargetBySum[]): TargetBySum[] {
  const folded: TargetBySum[] = [];
  for (const item of items) {
    const before = folded.at(-1);
    folded.push(before ? together(before, item) : item);
  }
  return folded;
}

/** Of one item by itself. */
export function targetSum(item: CountedItem): Bounds | null {
  return rangeOf([targetBySum(item)], { low: -Infinity, high: Infinity });
}

function targetBySum(item: CountedItem): TargetBySum {
  const { people } = item;
  const least = new Float64Array(4 * people + 1).fill(NaN);
  const most = new Float64Array(4 * people + 1).fill(NaN);
  for (const [own, others] of waysToAnswer(item)) {
    for (let sum = own.low + others.low; sum <= own.high + others.high; sum++) {
      const [low, high] = [Math.max(own.low, sum - others.high), Math.min(own.high, sum - others.low)];
      const at = sum - people;
      if (!((least[at] ?? 0) <= low)) least[at] = low;
      if (!((most[at] ?? 0) >= high)) most[at] = high;
    }
  }
  return { from: people, least, most };
}

/** The sums of the target and of the others, each by its class counts; within them every whole number is possible. */
function* waysToAnswer({ people, inTarget, classes, told }: CountedItem): Generator<[Bounds, Bounds]> {
  const others = people - inTarget;
  if (told !== undefined && others === 0) return;
  if (classes === null) {
    const known = told === undefined ? { people: 0, sum: 0 } : { people: 1, sum: told };
    const free = others - known.people;
    yield [
      { low: inTarget, high: 5 * inTarget },
      { low: free + known.sum, high: 5 * free + known.sum },
    ];
    return;
  }
  const isIn = (count: number, { low, high }: Bounds) => count >= low - hair && count <= high + hair;
  for (const own of waysIn(inTarget)) {
    for (const rest of waysIn(others)) {
      if (!isIn(own.favourable + rest.favourable, classes.favourable)) continue;
      if (!isIn(own.unfavourable + rest.unfavourable, classes.unfavourable)) continue;
      const otherSums = told === undefined ? sumsOf(rest) : sumsWith(rest, told);
      if (otherSums) yield [sumsOf(own), otherSums];
    }
  }
}

interface Counts {
  readonly favourable: number;
  readonly middle: number;
  readonly unfavourable: number;
}

function* waysIn(people: number): Generator<Counts> {
  for (let favourable = 0; favourable <= people; favourable++) {
    for (let unfavourable = 0; unfavourable <= people - favourable; unfavourable++)
      yield { favourable, middle: people - favourable - unfavourable, unfavourable };
  }
}

const sumsOf = ({ favourable, middle, unfavourable }: Counts): Bounds => ({
  low: 4 * favourable + 3 * middle + unfavourable,
  high: 5 * favourable + 3 * middle + 2 * unfavourable,
});

/** With one of them who gave this answer; null where none can have. */
function sumsWith(counts: Counts, told: number): Bounds | null {
  const own = told > 3 ? 'favourable' : told < 3 ? 'unfavourable' : 'middle';
  if (counts[own] === 0) return null;
  const { low, high } = sumsOf({ ...counts, [own]: counts[own] - 1 });
  return { low: low + told, high: high + told };
}

/** The same item, of which only matters that its sum is possible. */
function withoutTarget({ from, least }: TargetBySum): TargetBySum {
  const none = least.map((one) => (Number.isNaN(one) ? NaN : 0));
  return { from, least: none, most: none };
}

/** The least and the most of the target over all items, where all sums together lie within `total`. */
function rangeOf(items: readonly (TargetBySum | undefined)[], total: Bounds): Bounds | null {
  const all = items.filter((item) => item !== undefined).reduce(together);
  let [low, high] = [Infinity, -Infinity];
  all.least.forEach((least, at) => {
    const sum = all.from + at;
    if (Number.isNaN(least) || sum < total.low - hair || sum > total.high + hair) return;
    low = Math.min(low, least);
    high = Math.max(high, all.most[at] ?? -Infinity);
  });
  return low > high ? null : { low, high };
}

function together(one: TargetBySum, other: TargetBySum): TargetBySum {
  const least = new Float64Array(one.least.length + other.least.length - 1).fill(Infinity);
  const most = new Float64Array(least.length).fill(-Infinity);
  const possible = [...other.least.keys()].filter((at) => !Number.isNaN(other.least[at]));
  one.least.forEach((low, at) => {
    if (Number.isNaN(low)) return;
    const high = one.most[at] ?? 0;
    for (const place of possible) {
      const sum = at + place;
      least[sum] = Math.min(least[sum] ?? 0, low + (other.least[place] ?? 0));
      most[sum] = Math.max(most[sum] ?? 0, high + (other.most[place] ?? 0));
    }
  });
  const isPossible = (of: Float64Array) => of.map((value) => (Number.isFinite(value) ? value : NaN));
  return { from: one.from + other.from, least: isPossible(least), most: isPossible(most) };
}
