/**
 * The 95 % half-width of a score, in points of 0–100, in coarse classes: a class is named after its upper edge, and
 * that edge is the half-width that everything shown is drawn with. Each edge is about 1.4 times the one before, so
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

/** The published cell of one group and one area. All in points of 0–100, all whole. */
export interface AreaCell {
  /** People who answered at least half of the area's items. */
  n: number;
  /** The mean of their scores, rounded. This is the number that people see. */
  score: number;
  /**
   * Where the dots and the level lie. Equal to `score`, except where units of one depth are compared (five or more):
   * then it is drawn towards their mean, the more so the fewer answers. A function of `score` and `n` alone.
   */
  centre: number;
  /** Class of the 95 % half-width around `centre`, as its upper edge. */
  band: BandClass;
  /** Class of the 95 % half-width of `score` by itself (not drawn in): for the same unit at two moments. */
  noise: BandClass;
}

/** The published answers to one item: whole percentages of those who gave an answer; together 100. */
export interface ItemCell {
  /** People who gave an answer from 1 to 5. */
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
 * Three classes out of counts of 1 to 5. Percentages are rounded by largest remainder, so that they add up to 100;
 * a tie goes to the first of favourable, middle, unfavourable. No answers at all: undefined.
 */
export function itemCellOf(counts: readonly number[], dontKnow: number): ItemCell | undefined {
  const [one = 0, two = 0, three = 0, four = 0, five = 0] = counts;
  const n = one + two + three + four + five;
  if (n === 0) return undefined;
  const exact = [four + five, three, one + two].map((count) => (100 * count) / n);
  const whole = exact.map(Math.floor);
  const left = 100 - whole.reduce((sum, part) => sum + part, 0);
  const remainders = exact.map((part, index) => ({ index, rest: part - Math.floor(part) }));
  remainders.sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of remainders.slice(0, left)) whole[index] = (whole[index] ?? 0) + 1;
  const [favourable = 0, middle = 0, unfavourable = 0] = whole;
  return { n, favourable, middle, unfavourable, dontKnow: Math.round((100 * dontKnow) / (n + dontKnow)) };
}
