import type { ScanUnit } from '#lib/features/scan/contract.ts';

/** Adds what is in each unit to every unit above it, from the leaves up: children come after their parents. */
export function withAllBelow(
  units: readonly Pick<ScanUnit, 'id' | 'parentId'>[],
  own: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const totals = new Map(units.map(({ id }) => [id, own.get(id) ?? 0]));
  for (const { id, parentId } of units.toReversed())
    if (parentId !== null) totals.set(parentId, (totals.get(parentId) ?? 0) + (totals.get(id) ?? 0));
  return totals;
}
