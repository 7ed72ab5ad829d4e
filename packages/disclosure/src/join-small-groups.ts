import { arrangeTree, countTree } from './group-tree.ts';
import type { CountedTree, GroupNode } from './group-tree.ts';
import { effectiveMinimum } from './publication-rules.ts';

/**
 * Which people of a tree are counted together, so that no group is a list of names: per unit the id of the unit under
 * which the people directly in it are counted, itself or one above it.
 *
 * From the bottom up: what has gathered in a unit (the people directly in it and who came up from below) and is fewer
 * than `minimum` moves to the unit above. So a small unit goes with all that is below it, and of a large unit with
 * large units inside only the few who sit directly in it; the figure of such a unit is that of what is inside. The top
 * has nothing above it: when fewer than `minimum` are left there, it draws in one more group, of which it takes all
 * people. That is the smallest rest of a unit that keeps groups inside (it costs nobody a figure), else the smallest
 * group; of equally small ones the one nearest to the top, then the first by id.
 *
 * So afterwards every group holds nobody or at least `minimum` people, unless the whole tree holds fewer: then there is
 * one group, at its top. Used before the first answer on the people invited, and at the opening on ballots. It sees
 * counts only, and doesn't depend on the order in which units are given. Time in proportion to the number of units.
 *
 * @param tree     every unit once, with the id of its parent (null at a top). Faults are Errors: an id that stands
 *                 twice, a parent that isn't there, a circle.
 * @param direct   people directly in each unit. A unit that isn't in it has none; one with 0 in it has people of whom
 *                 none counts towards a minimum (ballots of a kind that may not), and they move like the others.
 * @param minimum  a whole number, 1 or more; less counts as 1, a fraction is a RangeError.
 */
export function joinSmallGroups(
  tree: readonly GroupNode[],
  direct: ReadonlyMap<string, number>,
  minimum: number,
): ReadonlyMap<string, string> {
  const least = effectiveMinimum(minimum, 1);
  const counted = countTree(arrangeTree(tree), direct);
  const { ids, parents } = counted;
  const { gathered, moves } = gatherUpwards(counted, least);
  const groupOf: number[] = [];
  ids.forEach((_, unit) => groupOf.push(moves[unit] ? (groupOf[parents[unit] ?? -1] ?? unit) : unit));
  const drawn = new Map<number, number>();
  for (const top of ids.keys()) {
    if ((parents[top] ?? -1) >= 0) break;
    const isEmpty = !ids.some((id, unit) => groupOf[unit] === top && direct.has(id));
    if (isEmpty || (gathered[top] ?? 0) >= least) continue;
    const group = cheapestGroup(counted, groupOf, gathered, top);
    if (group !== undefined) drawn.set(group, top);
  }
  return new Map(
    ids.map((id, unit) => {
      const group = groupOf[unit] ?? unit;
      return [id, ids[drawn.get(group) ?? group] ?? id];
    }),
  );
}

/** People per group, of people per unit. */
export function countPerGroup(
  direct: ReadonlyMap<string, number>,
  groupOf: ReadonlyMap<string, string>,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [unit, people] of direct) {
    const group = groupOf.get(unit) ?? unit;
    counts.set(group, (counts.get(group) ?? 0) + people);
  }
  return counts;
}

function gatherUpwards({ direct, parents }: CountedTree, minimum: number) {
  const gathered = [...direct];
  const moves = direct.map(() => false);
  for (let unit = gathered.length - 1; unit >= 0; unit--) {
    const parent = parents[unit] ?? -1;
    if (parent < 0 || (gathered[unit] ?? 0) >= minimum) continue;
    moves[unit] = true;
    gathered[parent] = (gathered[parent] ?? 0) + (gathered[unit] ?? 0);
  }
  return { gathered, moves };
}

/** Of the groups below a top; undefined when it is the only one. Units stand by depth and id, so the first is the nearest. */
function cheapestGroup(
  { ids, parents }: CountedTree,
  groupOf: readonly number[],
  gathered: readonly number[],
  top: number,
): number | undefined {
  const topOf: number[] = [];
  ids.forEach((_, unit) => topOf.push((parents[unit] ?? -1) < 0 ? unit : (topOf[parents[unit] ?? -1] ?? unit)));
  const holdsGroups = ids.map(() => false);
  for (let unit = ids.length - 1; unit > 0; unit--) {
    const parent = parents[unit] ?? -1;
    if (parent >= 0 && (groupOf[unit] === unit || holdsGroups[unit])) holdsGroups[parent] = true;
  }
  const groups = [...ids.keys()].filter((unit) => unit !== top && topOf[unit] === top && groupOf[unit] === unit);
  const costs = (unit: number) => (holdsGroups[unit] ? 0 : 1);
  return groups.sort((a, b) => costs(a) - costs(b) || (gathered[a] ?? 0) - (gathered[b] ?? 0) || a - b)[0];
}
