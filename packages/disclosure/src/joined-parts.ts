import { arrangeTree, countTree } from './group-tree.ts';
import type { GroupNode } from './group-tree.ts';

/** What of a unit is counted under another unit: all of it, or only the people who sit directly in it. */
export interface JoinedPart {
  readonly unitId: string;
  /** The unit above it under which they are counted. */
  readonly groupId: string;
  /** `direct`: there are groups inside the unit, and its figure is that of those. */
  readonly part: 'whole' | 'direct';
  /** In that part; of `whole` with everything below it. */
  readonly people: number;
  /** Enough people to be a group, and taken along because too few were left at the top. */
  readonly isDrawnIn: boolean;
  /** It goes along as a part of the unit above it, of which the same is said. */
  readonly isWithinAnother: boolean;
}

/**
 * What `joinSmallGroups` did, unit by unit, parents before children: for showing which units have no figure of their
 * own and where their people are counted. Units that are counted under themselves, or in which there is nobody to
 * count, aren't there.
 *
 * @param groupOf  per unit the group under which it is counted, itself when it isn't in there.
 * @param minimum  with which it was joined.
 */
export function joinedParts(
  tree: readonly GroupNode[],
  direct: ReadonlyMap<string, number>,
  groupOf: ReadonlyMap<string, string>,
  minimum: number,
): readonly JoinedPart[] {
  const { ids, parents, indexOf, counts, direct: own } = countTree(arrangeTree(tree), direct);
  const groups = ids.map((id, unit) => indexOf.get(groupOf.get(id) ?? id) ?? unit);
  const holdsGroup = groups.map((group, unit) => group === unit);
  const gathered = [...own];
  const isDrawnIn = ids.map(() => false);
  for (let unit = ids.length - 1; unit >= 0; unit--) {
    const parent = parents[unit] ?? -1;
    isDrawnIn[unit] = groups[unit] !== unit && (gathered[unit] ?? 0) >= minimum;
    if (parent < 0) continue;
    holdsGroup[parent] ||= holdsGroup[unit] ?? false;
    const goesUp = groups[unit] !== unit && groups[unit] === groups[parent] && !isDrawnIn[unit];
    if (goesUp) gathered[parent] = (gathered[parent] ?? 0) + (gathered[unit] ?? 0);
  }
  const parts = ids.map((unitId, unit): JoinedPart | undefined => {
    const isWhole = !holdsGroup[unit];
    const people = (isWhole ? counts[unit] : own[unit]) ?? 0;
    if (groups[unit] === unit || people === 0) return undefined;
    return {
      unitId,
      groupId: ids[groups[unit] ?? unit] ?? unitId,
      part: isWhole ? 'whole' : 'direct',
      people,
      isDrawnIn: isDrawnIn[unit] ?? false,
      isWithinAnother: false,
    };
  });
  return parts.flatMap((part, unit) => {
    if (!part) return [];
    const above = parts[parents[unit] ?? -1];
    return { ...part, isWithinAnother: above?.part === 'whole' && above.groupId === part.groupId };
  });
}
