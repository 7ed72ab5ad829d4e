/** People who are told of together: one band, or the largest with what would be too few to stand alone. */
export interface ProfileClass {
  /** From 1; 0: who skipped the question. */
  readonly bands: readonly number[];
  readonly people: number;
}

/** Everybody is in exactly one class, or in what is left. */
export interface ProfileClasses {
  readonly shown: readonly ProfileClass[];
  /** The bands under the minimum with who skipped, when together they are enough; null: nobody is left. */
  readonly others: ProfileClass | null;
}

/**
 * Which classes a profile question may be told in, for the whole organisation. Everybody who answered is in one class,
 * and each, with what is left over, is empty or holds at least `least`: so whoever takes the shown ones off the whole
 * never gets fewer. What would be left with fewer counts with the largest class, where it weighs least; its name says so.
 * Fewer than two classes compare nothing: null. Counts only.
 *
 * @param counts people who skipped, then people in each band
 */
export function profileClasses(counts: readonly number[], least: number): ProfileClasses | null {
  const all = counts.map((people, band) => ({ bands: [band], people }));
  const alone = all.filter(({ bands, people }) => bands[0] !== 0 && people >= least);
  const left = all.filter((one) => one.people > 0 && !alone.includes(one));
  const rest = { bands: left.flatMap(({ bands }) => bands), people: left.reduce((sum, { people }) => sum + people, 0) };
  if (alone.length < 2) return null;
  if (rest.people === 0) return { shown: alone, others: null };
  if (rest.people >= least) return { shown: alone, others: rest };
  const largest = alone.reduce((most, one) => (one.people > most.people ? one : most));
  const shown = alone.map((one) =>
    one === largest ? { bands: [...one.bands, ...rest.bands], people: one.people + rest.people } : one,
  );
  return { shown, others: null };
}

/**
 * By how many people a class differs from the nearest set that can be put together out of other groups of which the
 * figures are known: rests of units, or the classes of another question. Each such group lies in the set or outside it,
 * whichever is nearer, so the smallest difference over all sets is a sum over groups. Whoever subtracts one from the
 * other has a figure of those few.
 *
 * @param groups of each: how many of its people are in the class, and how many aren't
 */
export function differenceFromGroups(groups: Iterable<{ readonly inside: number; readonly outside: number }>): number {
  let difference = 0;
  for (const { inside, outside } of groups) difference += Math.min(inside, outside);
  return difference;
}
