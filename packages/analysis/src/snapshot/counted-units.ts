import { countPerGroup, joinedParts } from '@lerend/disclosure';
import type { SnapshotUnit } from './snapshot-input.ts';
import type { CountedWith } from './unit-result.ts';

export interface CountedUnits {
  /** The units with how many are counted under each, instead of how many work in it. */
  readonly units: readonly SnapshotUnit[];
  /** Of the units that are counted elsewhere, wholly or for those directly in it. */
  readonly countedWith: ReadonlyMap<string, CountedWith>;
}

/** Puts everyone under the unit with which they are counted. A group that is no unit of the tree is an Error. */
export function countedUnits(given: readonly SnapshotUnit[]): CountedUnits {
  const known = new Set(given.map(({ id }) => id));
  const groupOf = new Map(given.map(({ id, reportingGroupId = id }) => [id, reportingGroupId]));
  for (const [unit, group] of groupOf)
    if (!known.has(group)) throw new Error(`unit ${unit} is counted with ${group}, which is not there`);
  const invited = countPerGroup(new Map(given.map((unit) => [unit.id, unit.invited])), groupOf);
  const heads = countPerGroup(new Map(given.map((unit) => [unit.id, unit.headCount ?? Number.NaN])), groupOf);
  const units = given.map((unit): SnapshotUnit => {
    const headCount = heads.get(unit.id) ?? 0;
    return {
      ...unit,
      invited: invited.get(unit.id) ?? 0,
      headCount: Number.isNaN(headCount) ? null : headCount,
    };
  });
  const people = new Map(given.map((unit) => [unit.id, Math.max(unit.headCount ?? 0, unit.invited)]));
  const parts = joinedParts(given, people, groupOf, Number.POSITIVE_INFINITY);
  return {
    units,
    countedWith: new Map(parts.map(({ unitId, groupId, part }) => [unitId, { groupId, part }])),
  };
}
