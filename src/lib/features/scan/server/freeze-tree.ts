import type { PersonInUnit, UnitInTree } from '#lib/features/organisation/contract.ts';
import type { ScanUnit } from '../contract.ts';
import { answeringUnits } from './answering-units.ts';

/** The tree of this moment as the peiling's own, with ids of its own: what changes later doesn't touch it. */
export function freezeTree(
  tree: readonly UnitInTree[],
  people: readonly PersonInUnit[],
  makeId: () => string,
): readonly ScanUnit[] {
  const idOf = new Map(tree.map((unit) => [unit.id, makeId()]));
  const counted = new Map<string, number>();
  for (const unitId of answeringUnits(tree, people).values()) counted.set(unitId, (counted.get(unitId) ?? 0) + 1);
  return tree.map((unit) => {
    const id = idOf.get(unit.id) ?? makeId();
    return {
      id,
      sourceUnitId: unit.id,
      parentId: unit.parentId && (idOf.get(unit.parentId) ?? null),
      name: unit.name,
      headCount: Math.max(unit.headCount ?? 0, counted.get(unit.id) ?? 0),
      reportingGroupId: id,
    };
  });
}

/** For a pilot: everyone in the top unit. No other unit is written down, so none can stand beside an answer. */
export function oneGroup([top, ...others]: readonly ScanUnit[]): readonly ScanUnit[] {
  if (!top) return [];
  return [{ ...top, headCount: others.reduce((sum, { headCount }) => sum + headCount, top.headCount) }];
}
