import type { Highs } from 'highs';
import { seededChance } from '@lerend/analysis';
import { decidePublication } from '@lerend/disclosure';
import { optimumByHighs, smallWorth } from '../../packages/disclosure/tests/optimum-by-highs.ts';

/** On how many of so many random trees of up to fourteen units the search shows less than HiGHS' optimum. */
export function treesBelowOptimum(highs: Highs, trees: number): number {
  const chance = seededChance(4);
  let worse = 0;
  for (let at = 0; at < trees; at++) {
    const groups = 1 + Math.floor(14 * chance());
    const tree = Array.from({ length: groups }, (_, group) => ({
      id: `g${group}`,
      parentId: group === 0 ? null : `g${Math.floor(chance() * group)}`,
    }));
    const direct = new Map(tree.map(({ id }) => [id, Math.floor(chance() * 11)]));
    const minimum = 2 + Math.floor(6 * chance());
    const minimums = { minimum, minimumOfSeveral: minimum + Math.floor(4 * chance()) };
    const decision = decidePublication(tree, direct, minimums);
    const worth = tree
      .filter(({ id }) => decision.isShown(id))
      .reduce(
        (sum, { id, parentId }) => sum + (parentId === null ? smallWorth.top : smallWorth.group) + decision.count(id),
        0,
      );
    if (Math.abs(worth - optimumByHighs(highs, tree, direct, minimums).worth) > 0.01) worse++;
  }
  return worse;
}
