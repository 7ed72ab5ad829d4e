export interface GroupNode {
  readonly id: string;
  /** null at a top. */
  readonly parentId: string | null;
}

/** The tree in a fixed order (by id; every child after its parent), as parallel arrays. */
export interface ArrangedTree {
  readonly ids: readonly string[];
  readonly indexOf: ReadonlyMap<string, number>;
  /** Index of the parent, −1 at a top. */
  readonly parents: readonly number[];
  readonly children: readonly (readonly number[])[];
}

export interface CountedTree extends ArrangedTree {
  /** People directly in the group. */
  readonly direct: readonly number[];
  /** People in the group and everything below it. */
  readonly counts: readonly number[];
}

/** Puts groups in an order that depends on their ids only, and checks that they are trees. Faults are Errors that name the id. */
export function arrangeTree(tree: readonly GroupNode[]): ArrangedTree {
  const ids = parentsFirst(tree);
  const indexOf = new Map(ids.map((id, index) => [id, index]));
  const parentOf = new Map(tree.map((node) => [node.id, node.parentId]));
  const parents = ids.map((id) => {
    const parentId = parentOf.get(id) ?? null;
    return parentId === null ? -1 : (indexOf.get(parentId) ?? -1);
  });
  const children: number[][] = ids.map(() => []);
  parents.forEach((parent, index) => children[parent]?.push(index));
  return { ids, indexOf, parents, children };
}

/** Adds up the counts. A count of an unknown group, a negative or a fractional one is a RangeError that names it. */
export function countTree(tree: ArrangedTree, direct: ReadonlyMap<string, number>): CountedTree {
  for (const [id, count] of direct) {
    if (!tree.indexOf.has(id)) throw new RangeError(`there is a count for ${id}, which is not in the tree`);
    if (!Number.isInteger(count) || count < 0) throw new RangeError(`the count of ${id} is ${count}`);
  }
  const own = tree.ids.map((id) => direct.get(id) ?? 0);
  const counts = [...own];
  for (let index = own.length - 1; index >= 0; index--) {
    const parent = tree.parents[index] ?? -1;
    if (parent >= 0) counts[parent] = (counts[parent] ?? 0) + (counts[index] ?? 0);
  }
  return { ...tree, direct: own, counts };
}

function parentsFirst(tree: readonly GroupNode[]): string[] {
  const known = new Set(tree.map((node) => node.id));
  if (known.size !== tree.length) throw new Error('an id stands twice in the tree');
  const below = new Map<string | null, string[]>();
  for (const { id, parentId } of tree) {
    if (parentId !== null && !known.has(parentId)) throw new Error(`${id} hangs below ${parentId}, which is not there`);
    const siblings = below.get(parentId);
    if (siblings) siblings.push(id);
    else below.set(parentId, [id]);
  }
  const order: string[] = [];
  let level = below.get(null) ?? [];
  while (level.length > 0) {
    const sorted = [...level].sort(byCodeUnit);
    order.push(...sorted);
    level = sorted.flatMap((id) => below.get(id) ?? []);
  }
  if (order.length !== tree.length) throw new Error('the tree has a circle');
  return order;
}

/** Not localeCompare: the order may not depend on where this runs. */
function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
