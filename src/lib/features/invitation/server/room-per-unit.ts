import type { ScanUnit } from '#lib/features/scan/contract.ts';

/**
 * How many more invitations each unit takes: never more than it had people when the peiling opened. Otherwise somebody
 * could fill a small group up to the minimum with answers of their own, and subtract those from its result.
 */
export function roomPerUnit(
  units: readonly Pick<ScanUnit, 'id' | 'headCount'>[],
  present: readonly { readonly scanUnitId: string }[],
): Map<string, number> {
  const taken = Map.groupBy(present, (one) => one.scanUnitId);
  return new Map(units.map(({ id, headCount }) => [id, Math.max(0, headCount - (taken.get(id)?.length ?? 0))]));
}
