import { differenceFromGroups } from '@lerend/disclosure';
import type { ProfileClasses } from '@lerend/disclosure';
import type { AreaOfUnits } from './area-results.ts';

/** Everybody with a class, as numbers in the order of the table's rows; −1: in none that is shown. */
export interface ProfileQuestionClasses {
  readonly questionId: string;
  readonly classes: ProfileClasses;
  readonly classOf: Int8Array;
}

export interface ProfilePeople {
  /** Numbers of the table's rows. */
  readonly rows: Int32Array;
  /** Of each: the rest they are in. */
  readonly owners: Int32Array;
  /** Of each: the score that counts. */
  readonly scores: Float64Array;
}

/** Everyone with a score on an area, moved with their rest to its coded mean; null where the whole isn't shown. */
export function peopleAsTheyCount({ figures, owners: ownerOf, ownUnits, results }: AreaOfUnits): ProfilePeople | null {
  if ((results[0]?.cell ?? null) === null) return null;
  const { points, direct } = figures;
  const rows = rowsWithScore(points);
  const unitAt = (row: number) => ownUnits.unit[row] ?? -1;
  const owners = rows.map((row) => ownerOf[unitAt(row)] ?? -1);
  const sums = new Float64Array(ownerOf.length);
  const sizes = new Float64Array(ownerOf.length);
  const coded = new Float64Array(ownerOf.length);
  rows.forEach((row, at) => {
    const owner = owners[at] ?? -1;
    sums[owner] = (sums[owner] ?? 0) + (points[row] ?? 0);
    sizes[owner] = (sizes[owner] ?? 0) + 1;
    coded[owner] = direct.means[unitAt(row)] ?? 0;
  });
  const scores = new Float64Array(rows.length);
  rows.forEach((row, at) => {
    const owner = owners[at] ?? -1;
    scores[at] = (points[row] ?? 0) + (coded[owner] ?? 0) - (sums[owner] ?? 0) / Math.max(1, sizes[owner] ?? 0);
  });
  return { rows, owners, scores };
}

function rowsWithScore(points: Float64Array): Int32Array {
  const rows = new Int32Array(points.length);
  let found = 0;
  points.forEach((score, row) => {
    if (!Number.isNaN(score)) rows[found++] = row;
  });
  return rows.subarray(0, found);
}

/** Counts only: never what anybody answered to an item. */
export function mayBeTold(
  one: ProfileQuestionClasses,
  { rows, owners }: ProfilePeople,
  before: readonly ProfileQuestionClasses[],
  least: number,
): boolean {
  const classes = one.classes.shown.length;
  const classAt = rows.map((row) => one.classOf[row] ?? -1);
  const groupings = [owners, ...before.map(({ classOf }) => rows.map((row) => classOf[row] ?? -1))];
  const [[others = 0, ...inClasses] = []] = peopleByClass(new Int32Array(rows.length), classAt, classes);
  if ((others > 0 && others < least) || inClasses.some((people) => people < least)) return false;
  return groupings.every((groupOf) => {
    const groups = peopleByClass(groupOf, classAt, classes);
    return inClasses.every((_, place) => {
      const difference = differenceFromGroups(
        groups.map((people) => {
          const inside = people[place + 1] ?? 0;
          return { inside, outside: people.reduce((sum, one) => sum + one, 0) - inside };
        }),
      );
      return difference === 0 || difference >= least;
    });
  });
}

/** Of each group the people in no class, and those in each class. Groups and classes are numbers; −1: in none. */
function peopleByClass(groupOf: Int32Array, classAt: Int32Array, classes: number): number[][] {
  const width = classes + 1;
  const last = groupOf.reduce((most, group) => Math.max(most, group), -1);
  const counts = new Float64Array((last + 2) * width);
  groupOf.forEach((group, at) => {
    const cell = (group + 1) * width + (classAt[at] ?? -1) + 1;
    counts[cell] = (counts[cell] ?? 0) + 1;
  });
  return Array.from({ length: last + 2 }, (_, group) => [
    ...counts.subarray(group * width, (group + 1) * width),
  ]).filter((people) => people.some((one) => one > 0));
}
