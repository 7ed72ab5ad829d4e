import type { UnitInTree } from '../contract.ts';

/** The number of people of each unit with everything below it. Parents come before their children in the tree. */
export function headsWithBelow(tree: readonly UnitInTree[]): ReadonlyMap<string, number> {
  const heads = new Map(tree.map((unit) => [unit.id, unit.headCount ?? unit.people]));
  for (const unit of tree.toReversed()) {
    if (unit.parentId === null) continue;
    heads.set(unit.parentId, (heads.get(unit.parentId) ?? 0) + (heads.get(unit.id) ?? 0));
  }
  return heads;
}
