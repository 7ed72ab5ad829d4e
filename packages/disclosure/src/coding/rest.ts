/*
 * The frozen table. A *rest* is a shown group without the shown groups nearest below it. Everybody who answered is in
 * exactly one rest, and every figure of a group is a sum over the rests in it. So what is shown is a function of one
 * table with a row per rest, and it is enough that no row tells too much: whoever lays all pages side by side, and
 * subtracts what can be subtracted, gets at most the rows.
 *
 * "Too much" is: that the mean of a group under the minimum, or the answer of one person (also for a colleague who knows
 * their own answers), lies within less than two steps of the five. A group of a few who all said the same would tell that,
 * so a row is *coded*: what lies close to an end counts as lying at a fixed distance from it (`coded-classes.ts`,
 * `coded-mean.ts`). How far depends on numbers of people alone.
 */

/** Of how many units one rest is made, and how many people of each answered. Units without answers may be left out. */
export interface Rest {
  /** Everybody in it who answered. */
  readonly people: number;
  /**
   * The largest number of people under the minimum that one unit, or several of its units together, have in it. 0 where
   * there is none, or where all are of one unit; everybody, where all together are under the minimum.
   */
  readonly largestSmallGroup: number;
}

/**
 * @param answered people who answered in each unit of the rest; whole numbers, 0 or more
 * @param minimum  the minimum group of the peiling
 */
export function restOf(answered: readonly number[], minimum: number): Rest {
  const groups = answered.filter((people) => people > 0);
  const people = groups.reduce((sum, one) => sum + one, 0);
  if (people < minimum) return { people, largestSmallGroup: people };
  if (groups.length < 2) return { people, largestSmallGroup: 0 };
  const canBe = new Uint8Array(minimum).fill(1, 0, 1);
  for (const group of groups) {
    for (let sum = minimum - 1; sum >= group; sum--) canBe[sum] = (canBe[sum] ?? 0) | (canBe[sum - group] ?? 0);
  }
  return { people, largestSmallGroup: canBe.lastIndexOf(1) };
}

/**
 * How many people a rest of several units has at least: a group of one under the minimum is then at most two thirds of
 * it. If it were more, the mean of all would enclose its own within two steps, whatever anybody answered: the others
 * can move it by at most their share.
 */
export function minimumOfSeveral(minimum: number): number {
  return Math.max(minimum, Math.ceil((3 * (minimum - 1)) / 2));
}
