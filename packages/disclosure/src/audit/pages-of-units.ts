import type { ArrangedTree } from '../group-tree.ts';
import type { AuditedPeiling, AuditedScale, AuditedTable } from './audited.ts';
import { scoreSums } from './known-rests.ts';
import type { KnownRest } from './known-rests.ts';
import type { Interval, KnownSum } from './tree-intervals.ts';

/** What the pages of units tell of the rows of a table, for they round. */
export interface PagesOfUnits {
  /** Per rest where the sum of its people may lie, as they answered, in points. */
  readonly left: readonly Interval[];
  /** What each page tells of rests, as they count; the leaves are numbers of rests. */
  readonly sums: readonly KnownSum[];
}

/** @param known what the pages tell of each rest by itself (`knownRests`) */
export function pagesOfUnits(
  peiling: AuditedPeiling,
  tree: ArrangedTree,
  scale: AuditedScale,
  known: readonly KnownRest[],
  { rests }: AuditedTable,
): PagesOfUnits {
  const groupOf = (owner: number) => tree.ids[owner] ?? '';
  const knownOf = new Map(known.map(({ owner, sum }) => [groupOf(owner), sum]));
  const numberOf = new Map(rests.map(({ groupId }, number) => [groupId, number]));
  const { owners, sums } = scoreSums(peiling, tree, scale);
  const restOf = (leaf: number) => numberOf.get(groupOf(owners[leaf] ?? -1)) ?? -1;
  return {
    left: rests.map(({ groupId, people }) => knownOf.get(groupId) ?? { low: 0, high: full * people }),
    sums: sums.map((sum) => ({ ...sum, leaves: sum.leaves.map(restOf) })),
  };
}

const full = 100;
