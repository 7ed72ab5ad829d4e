import type { GroupNode } from '../src/index.ts';

/** People in a group and everything below it. */
export function countBelow(tree: readonly GroupNode[], direct: ReadonlyMap<string, number>, id: string): number {
  const children = tree.filter((node) => node.parentId === id);
  return (direct.get(id) ?? 0) + children.reduce((sum, child) => sum + countBelow(tree, direct, child.id), 0);
}

/** What many survey tools do: show every group that is large enough, and look at nothing else. */
export function naivelyShown(
  tree: readonly GroupNode[],
  direct: ReadonlyMap<string, number>,
  minimum: number,
): ReadonlySet<string> {
  return new Set(tree.map((node) => node.id).filter((id) => countBelow(tree, direct, id) >= minimum));
}
