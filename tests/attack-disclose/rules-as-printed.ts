import type { Bounds } from './linear-programme.ts';

/*
 * The rules of METHOD, "What may be told of few people", as an attacker works with them: written down once more from the
 * page, so that a mistake in the product's own file isn't made here too.
 */

export const minimum = 5;
/** Points, of the last digits of a sum. */
export const hair = 1e-4;

export interface Rest {
  readonly units: readonly number[];
  readonly people: number;
  /** Of each of its units. */
  readonly counts: readonly number[];
}

/** Between which numbers of people the outer classes lie. */
export interface ItemState {
  readonly rest: Rest;
  readonly favourable: Bounds;
  readonly unfavourable: Bounds;
  /** The classes are known but for what is coded. */
  readonly isKnown: boolean;
}

function largestSmallGroup({ counts, people }: Rest, minimum: number): number {
  const peopled = counts.filter((count) => count > 0);
  if (people < minimum) return people;
  if (peopled.length < 2) return 0;
  let sums = [0];
  for (const count of peopled)
    sums = [...new Set([...sums, ...sums.map((sum) => sum + count)])].filter((sum) => sum < minimum);
  return Math.max(...sums);
}

export const untoldIn = (rest: Rest, minimum: number): number => Math.max(2, largestSmallGroup(rest, minimum));

/** All numbers of people in the outer classes that are shown between these bounds. */
export function statesOf(rest: Rest, minimum: number, isCoded: boolean, above: Bounds, below: Bounds): ItemState {
  const { people } = rest;
  const untold = untoldIn(rest, minimum);
  const fits = (count: number, { low, high }: Bounds) => count >= low - 1e-3 && count <= high + 1e-3;
  const found: { favourable: number; unfavourable: number; shown: string }[] = [];
  for (let favourable = 0; favourable <= people; favourable++) {
    for (let unfavourable = 0; unfavourable + favourable <= people; unfavourable++) {
      const [f, u] = isCoded ? shownAs(favourable, unfavourable, people, untold) : [favourable, unfavourable];
      if (fits(f, above) && fits(u, below)) found.push({ favourable, unfavourable, shown: `${f} ${u}` });
    }
  }
  const range = (of: 'favourable' | 'unfavourable'): Bounds => ({
    low: Math.min(people, ...found.map((one) => one[of])),
    high: Math.max(0, ...found.map((one) => one[of])),
  });
  const isKnown = new Set(found.map(({ shown }) => shown)).size === 1;
  if (found.length === 0)
    return { rest, favourable: { low: 0, high: people }, unfavourable: { low: 0, high: people }, isKnown };
  return { rest, favourable: range('favourable'), unfavourable: range('unfavourable'), isKnown };
}

/** The outer classes as they count. */
export function shownAs(favourable: number, unfavourable: number, people: number, untold: number): [number, number] {
  if (favourable >= people - untold) return [people - untold / 2, untold / 4];
  if (unfavourable >= people - untold) return [untold / 4, people - untold / 2];
  const outer = (count: number) => (count <= untold ? untold / 2 : count);
  return [outer(favourable), outer(unfavourable)];
}

/** Between which mean scores the rest is shown. */
export function ruledWindow(rest: Rest, minimum: number, items: readonly (ItemState | null)[]): Bounds {
  const { people } = rest;
  const end = (50 * Math.max(3, largestSmallGroup(rest, minimum))) / people;
  if (items.length === 0) return { low: end, high: 100 - end };
  const reach = (isUp: boolean) => {
    const perItem = items.map((item) => {
      if (!item?.isKnown) return { most: 100, isAtEnd: true };
      const [outer, opposite] = isUp ? [item.favourable, item.unfavourable] : [item.unfavourable, item.favourable];
      const isAtEnd = outer.low >= item.rest.people - untoldIn(item.rest, minimum);
      const n = item.rest.people;
      return { most: isAtEnd ? 100 : (25 * (2 * n + 2 * outer.high - opposite.low)) / n, isAtEnd };
    });
    const mean = perItem.reduce((sum, { most }) => sum + Math.min(most, 100 - end), 0) / items.length;
    const others = perItem.filter(({ isAtEnd }) => !isAtEnd).length;
    return mean - (others < items.length ? (50 * others) / items.length / people : 0);
  };
  return { low: 100 - reach(false), high: reach(true) };
}

/**
 * The narrowest that the window can be, given what may be shown of the items: by each of these lists, and where the classes of an
 * item aren't known for sure, nothing is known of the window either.
 */
export function leastWindow(rest: Rest, minimum: number, shown: readonly (readonly (ItemState | null)[])[]): Bounds {
  const windows = shown.map((items) =>
    items.some((item) => item?.isKnown === false) ? { low: 100, high: 0 } : ruledWindow(rest, minimum, items),
  );
  return {
    low: Math.max(0, ...windows.map(({ low }) => low)),
    high: Math.min(100, ...windows.map(({ high }) => high)),
  };
}
