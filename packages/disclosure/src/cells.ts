import type { Classes } from './coding/coded-classes.ts';

/**
 * The 95 % half-width of a score, in points of 0–100, in coarse classes: a class is named after its upper edge, and
 * that edge is the half-width that is shown (a chance takes the middle of the class). Each edge is about 1.4 times the one before, so
 * the class tells how sure the figure is and not how spread the answers were.
 */
export const bandClasses = [2, 3, 4, 6, 8, 11, 16, 22, 32, 50] as const;
export type BandClass = (typeof bandClasses)[number];

/**
 * The class of a half-width: the first edge that is not under it, so a shown band is never narrower than the true one.
 * Wider than the last edge (or not finite) falls in the last: half the scale either way says "we don't know".
 * Negative or NaN is a fault (RangeError).
 */
export function bandClassOf(halfWidth: number): BandClass {
  if (!(halfWidth >= 0)) throw new RangeError(`a half-width is 0 or more, not ${halfWidth}`);
  return bandClasses.find((edge) => halfWidth <= edge) ?? 50;
}

/** A place on 0–100 in whole points, and the class of its 95 % half-width as the upper edge. */
export interface Place {
  centre: number;
  band: BandClass;
}

/**
 * Which answer there is to "what is the climate, would it be the same with other people?".
 *
 * shrunk: the unit is seen against the others of its depth (five or more; those without a figure only
 * together, as the rests that they are in) and drawn towards them.
 * clustered: it is seen from the parts inside it (five or more): units that show a figure, and rests.
 * none: there are fewer units. Then `centre` and `band` speak of those who work there now, and of nobody else.
 */
export type ClimateBasis = 'shrunk' | 'clustered' | 'none';

/** The published cell of one group and one area. All in points of 0–100, all whole. */
export interface AreaCell {
  /** People who answered at least half of the area's items; in a scan in parts, at least one of theirs. */
  n: number;
  /** Everyone who works there, answered or not; where that isn't known, everyone who was invited. Never under n. */
  heads: number;
  /** The mean of the scores of those who answered, as it counts (`coding/`), rounded. This is the number that people see. */
  score: number;
  /**
   * What do the people who work here now say? The groups inside weighted by their heads. The band is about the people
   * who didn't answer and about error of measurement: it is small where nearly everyone answered.
   */
  now: Place;
  /** Which of the two questions `centre` and `band` answer. */
  climate: ClimateBasis;
  /**
   * What is the climate? Where the dots and the level lie. `shrunk`: the score drawn towards the mean of the others,
   * the more so the fewer answers, a function of the scores and n of shown
   * units and rests. `clustered`: the score. `none`: as `now`. A mean at the end of what may be told counts as what is
   * likely of it, here and in `now`.
   */
  centre: number;
  /** Class of the 95 % half-width around `centre`, as its upper edge. */
  band: BandClass;
  /** Class of the 95 % half-width of `score` by itself, for other people in the same units: for two moments. */
  noise: BandClass;
}

/** The published answers to one item: whole percentages of those who gave an answer; together 100. */
export interface ItemCell {
  /** People whose answer from 1 to 5 is in it (`coding/`). */
  n: number;
  /** 4 or 5: vaak, altijd. */
  favourable: number;
  /** 3: soms. */
  middle: number;
  /** 1 or 2: nooit, zelden. */
  unfavourable: number;
  /** "Weet ik niet / geldt niet voor mij", as a whole percentage of those who answered or said so. */
  dontKnow: number;
}

/**
 * The cell of a group out of its answers in classes, as they count (`codedClasses`, added up; in quarters of people) and
 * its "weet ik niet". Percentages are rounded by largest remainder, so that they add up to 100; a tie goes to the first of
 * favourable, middle, unfavourable. No answers at all: undefined.
 */
export function itemCellOf({ favourable, middle, unfavourable }: Classes, dontKnow: number): ItemCell | undefined {
  const n = favourable + middle + unfavourable;
  if (n === 0) return undefined;
  const exact = [favourable, middle, unfavourable].map((count) => (100 * count) / n);
  const whole = exact.map(Math.floor);
  const left = 100 - whole.reduce((sum, part) => sum + part, 0);
  const remainders = exact.map((part, index) => ({ index, rest: part - Math.floor(part) }));
  remainders.sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of remainders.slice(0, left)) whole[index] = (whole[index] ?? 0) + 1;
  const [inFavour = 0, between = 0, against = 0] = whole;
  return {
    n,
    favourable: inFavour,
    middle: between,
    unfavourable: against,
    dontKnow: Math.round((100 * dontKnow) / (n + dontKnow)),
  };
}
