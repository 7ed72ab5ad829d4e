import { joinSmallGroups, minimumInvited } from '@lerend/disclosure';
import type { PlaceInUnit, UnitInTree } from '#lib/features/organisation/contract.ts';
import type { ScanUnit } from '../contract.ts';
import { answeringUnits } from './answering-units.ts';

/**
 * The tree of this moment as the peiling's own, with ids of its own: what changes later doesn't touch it. Who is counted
 * under which unit is decided here as well, by how many can be invited at most, for this peiling and for good.
 */
export function freezeTree(
  tree: readonly UnitInTree[],
  places: readonly PlaceInUnit[],
  minimumGroupSize: number,
  makeId: () => string,
): readonly ScanUnit[] {
  const idOf = new Map(tree.map((unit) => [unit.id, makeId()]));
  const counted = new Map<string, number>();
  for (const unitId of answeringUnits(tree, places).values()) counted.set(unitId, (counted.get(unitId) ?? 0) + 1);
  const units = tree.map((unit) => ({
    id: idOf.get(unit.id) ?? makeId(),
    sourceUnitId: unit.id,
    parentId: unit.parentId && (idOf.get(unit.parentId) ?? null),
    name: unit.name,
    headCount: Math.max(unit.headCount ?? 0, counted.get(unit.id) ?? 0),
  }));
  const heads = new Map(units.flatMap(({ id, headCount }) => (headCount > 0 ? [[id, headCount]] : [])));
  const groupOf = joinSmallGroups(units, heads, minimumInvited(minimumGroupSize));
  return units.map((unit) => ({ ...unit, reportingGroupId: groupOf.get(unit.id) ?? unit.id }));
}

/** For a pilot: everyone in the top unit. No other unit is written down, so none can stand beside an answer. */
export function oneGroup([top, ...others]: readonly ScanUnit[]): readonly ScanUnit[] {
  if (!top) return [];
  return [{ ...top, headCount: others.reduce((sum, { headCount }) => sum + headCount, top.headCount) }];
}
