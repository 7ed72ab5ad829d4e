import { publicationInTree } from '@lerend/disclosure';
import type { GroupNode, PublicationDecision } from '@lerend/disclosure';
import { WHOLE, unitId } from './unit-tree.ts';
import type { UnitTree } from './unit-tree.ts';

/**
 * Which units may show figures: the rules of the application, with the whole file as the top of the tree, because
 * its figures are in the document too and siblings could be subtracted from them.
 *
 * `counts`: one array for the people and one for each scale (people with a score), per lowest unit; `total` likewise
 * for the whole file. A scale is shown only where its unit is.
 */
export function withheldGroups(
  tree: UnitTree,
  paths: readonly (readonly string[])[],
  minimum: number,
): {
  readonly ofPeople: (counts: Float64Array, total: number) => PublicationDecision;
  readonly ofScale: (counts: Float64Array, total: number, people: PublicationDecision) => PublicationDecision;
} {
  const nodes: GroupNode[] = [{ id: WHOLE, parentId: null }, ...tree.nodes];
  const decide = publicationInTree(nodes);
  const ids = paths.map(unitId);
  const direct = (counts: Float64Array, total: number): Map<string, number> => {
    const perUnit = new Map(ids.map((id, leaf) => [id, counts[leaf] as number]));
    return perUnit.set(WHOLE, total - counts.reduce((sum, count) => sum + count, 0));
  };
  return {
    ofPeople: (counts, total) => decide(direct(counts, total), { minimum }),
    ofScale: (counts, total, people) =>
      decide(direct(counts, total), { minimum, isEligible: (id) => people.isShown(id) }),
  };
}
