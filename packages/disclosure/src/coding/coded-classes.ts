import type { Rest } from './rest.ts';

/** How many people answered 4 or 5, 3, and 1 or 2. */
export interface Classes {
  readonly favourable: number;
  readonly middle: number;
  readonly unfavourable: number;
}

/** What of a rest's answers to one item goes into the figures, and how far that lets the answers go. */
export interface CodedClasses extends Classes {
  /** The people in it; the classes add up to this, in quarters of people. */
  readonly people: number;
  /** The highest and lowest sum of the answers (1 to 5) that would have given the same classes. */
  readonly highest: number;
  readonly lowest: number;
  /** Nearly everyone is in the favourable, or in the unfavourable class. */
  readonly isTop: boolean;
  readonly isBottom: boolean;
}

/** Two: so that one colleague who knows their own answer doesn't know that there are none. */
const fewestTold = 2;

/** A class of so many people, or fewer, isn't told apart from an empty one. */
function untoldClass({ largestSmallGroup }: Pick<Rest, 'largestSmallGroup'>): number {
  return Math.max(fewestTold, largestSmallGroup);
}

/** Whether there are enough people in a rest to tell the classes of their answers. Counts only. */
export function mayTellClasses(rest: Rest): boolean {
  return rest.people >= 2 * untoldClass(rest) + 1;
}

/**
 * The classes of a rest as they count in every figure. With `b` people untold (`untoldClass`): an outer class of 0 … b
 * people counts as b/2; one that holds all but b, or more, as all but b/2. The middle takes what is left.
 *
 * null where the people are too few for it (`mayTellClasses`): their answers to this item count nowhere.
 * Everything is a function of the counts; fewer than b people are counted in another class than their own.
 */
export function codedClasses(rest: Rest, { favourable, middle, unfavourable }: Classes): CodedClasses | null {
  const { people } = rest;
  const untold = untoldClass(rest);
  if (!mayTellClasses(rest)) return null;
  if (favourable + middle + unfavourable !== people) throw new RangeError('the classes are not those of the rest');
  const half = untold / 2;
  if (favourable >= people - untold) {
    const others = { middle: half / 2, unfavourable: half / 2 };
    const ends = { highest: 5 * people, lowest: 4 * (people - untold) + untold };
    return { favourable: people - half, ...others, people, ...ends, isTop: true, isBottom: false };
  }
  if (unfavourable >= people - untold) {
    const others = { middle: half / 2, favourable: half / 2 };
    const ends = { highest: 2 * (people - untold) + 5 * untold, lowest: people };
    return { ...others, unfavourable: people - half, people, ...ends, isTop: false, isBottom: true };
  }
  const above = outerClass(favourable, untold);
  const below = outerClass(unfavourable, untold);
  return {
    favourable: above.coded,
    middle: people - above.coded - below.coded,
    unfavourable: below.coded,
    people,
    highest: 3 * people + 2 * above.most - below.least,
    lowest: 3 * people + above.least - 2 * below.most,
    isTop: false,
    isBottom: false,
  };
}

function outerClass(count: number, untold: number): { coded: number; least: number; most: number } {
  return count <= untold ? { coded: untold / 2, least: 0, most: untold } : { coded: count, least: count, most: count };
}
