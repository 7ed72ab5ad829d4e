import type { GroupNode } from '../src/index.ts';
import { countBelow } from './naive-publication.ts';

/** The naive rule: every unit is a group of its own, as it was drawn up. */
export function everyUnitByItself(tree: readonly GroupNode[]): ReadonlyMap<string, string> {
  return new Map(tree.map(({ id }) => [id, id]));
}

/** Half the rule: small units go along with the one above, and who sits directly in a larger unit stays there. */
export function onlySmallUnits(
  tree: readonly GroupNode[],
  direct: ReadonlyMap<string, number>,
  minimum: number,
): ReadonlyMap<string, string> {
  const parentOf = new Map(tree.map(({ id, parentId }) => [id, parentId]));
  return new Map(
    tree.map(({ id }) => {
      let group = id;
      for (let above = parentOf.get(id) ?? null; above !== null; above = parentOf.get(above) ?? null) {
        if (countBelow(tree, direct, group) >= minimum) break;
        group = above;
      }
      return [id, group];
    }),
  );
}

/** What somebody who sees the group on a ballot learns: the groups that hold so few people that they name them. */
export function groupsThatName(
  direct: ReadonlyMap<string, number>,
  groupOf: ReadonlyMap<string, string>,
  minimum: number,
): string[] {
  const people = new Map<string, number>();
  for (const [unit, count] of direct) {
    const group = groupOf.get(unit) ?? unit;
    people.set(group, (people.get(group) ?? 0) + count);
  }
  return [...people].filter(([, count]) => count > 0 && count < minimum).map(([group]) => group);
}
