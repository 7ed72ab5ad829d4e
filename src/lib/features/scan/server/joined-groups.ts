import { joinedParts, minimumInvited } from '@lerend/disclosure';
import type { JoinedGroup, ScanUnit } from '../contract.ts';

/** Which units are too small to be counted by themselves, each under the unit with which it is counted, in the order of the tree. */
export function joinedGroups(units: readonly ScanUnit[], minimumGroupSize: number): readonly JoinedGroup[] {
  const heads = new Map(units.map(({ id, headCount }) => [id, headCount]));
  const groupOf = new Map(units.map(({ id, reportingGroupId }) => [id, reportingGroupId]));
  const partOf = new Map(
    joinedParts(units, heads, groupOf, minimumInvited(minimumGroupSize))
      .filter(({ isWithinAnother }) => !isWithinAnother)
      .map((part) => [part.unitId, part]),
  );
  const parts = units.flatMap(({ id, name }) => {
    const part = partOf.get(id);
    return part ? [{ name, ...part }] : [];
  });
  const byGroup = Map.groupBy(parts, ({ groupId }) => groupId);
  return units.flatMap(({ id, name }) => {
    const joined = byGroup.get(id);
    if (!joined) return [];
    return [{ name, joined: joined.map(({ name, people, part, isDrawnIn }) => ({ name, people, part, isDrawnIn })) }];
  });
}
