import type { ArrangedTree } from '../group-tree.ts';
import type { AuditedPeiling, AuditedRest, AuditedScale, AuditedTable } from './audited.ts';
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
  const knownOf = new Map(known.map((one) => [groupOf(one.owner), one]));
  const numberOf = new Map(rests.map(({ groupId }, number) => [groupId, number]));
  const { owners, sums } = scoreSums(peiling, tree, scale);
  const restOf = (leaf: number): number => {
    const number = numberOf.get(groupOf(owners[leaf] ?? -1));
    if (number === undefined) throw new Error('a page tells of a rest that the table has not');
    return number;
  };
  return {
    left: rests.map((rest) => leftOf(rest, knownOf.get(rest.groupId))),
    sums: sums.map((sum) => ({ ...sum, leaves: sum.leaves.map(restOf) })),
  };
}

/**
 * With what may lie beyond the ends of the rest's own window. What is known of a rest may have been taken too narrow, which finds
 * more elsewhere; here, whoever isn't left open isn't looked at.
 */
function leftOf({ people, window }: AuditedRest, known: KnownRest | undefined): Interval {
  const all = { low: 0, high: full * people };
  if (known === undefined || window === null) return all;
  const { sum, codedSum } = known;
  const low = codedSum.low <= people * window.low + hair ? all.low : codedSum.low;
  const high = codedSum.high >= people * window.high - hair ? all.high : codedSum.high;
  return { low: Math.min(low, sum.low), high: Math.max(high, sum.high) };
}

/** Points of a sum that are nobody. */
const hair = 1e-6;

const full = 100;
