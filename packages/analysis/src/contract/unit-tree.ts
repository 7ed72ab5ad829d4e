import type { UnitIndex } from '@lerend/psychometrics';
import type { FileTable } from './file-table.ts';

/** One unit of the tree that the group columns make. */
export interface UnitNode {
  readonly id: string;
  readonly parentId: string | null;
  readonly path: readonly string[];
  /** Its position among the units of its depth. */
  readonly position: number;
  /** The paths of people (indices in `table.paths`) that lie in or below it. */
  readonly leaves: readonly number[];
  readonly hasUnitsBelow: boolean;
}

/** The units of a file; in `nodes` each parent comes before its children, siblings in natural order. */
export interface UnitTree {
  readonly nodes: readonly UnitNode[];
  /** People by their lowest unit: the index is the one of `table.paths`. */
  readonly lowest: UnitIndex;
  /** People by their unit at each depth (0 = the top), in the positions that the nodes name. */
  readonly byDepth: readonly UnitIndex[];
}

/** The whole file, of which every top unit is a part. */
export const WHOLE = '[]';

/** A unit's id in the tree: its path, written so that no two paths look alike. */
export function unitId(path: readonly string[]): string {
  return JSON.stringify(path);
}

const collator = new Intl.Collator('en', { numeric: true });

function comparePaths(a: readonly string[], b: readonly string[]): number {
  for (let depth = 0; depth < Math.min(a.length, b.length); depth += 1) {
    const left = a[depth] as string;
    const right = b[depth] as string;
    const order = collator.compare(left, right) || (left < right ? -1 : left > right ? 1 : 0);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** The tree of units that occur in a file. No group columns: no nodes. */
export function unitTree(table: FileTable): UnitTree {
  const leavesOf = new Map<string, { path: readonly string[]; leaves: number[] }>();
  table.paths.forEach((path, leaf) => {
    for (let depth = 1; depth <= path.length; depth += 1) {
      const above = path.slice(0, depth);
      const known = leavesOf.get(unitId(above));
      if (known === undefined) leavesOf.set(unitId(above), { path: above, leaves: [leaf] });
      else known.leaves.push(leaf);
    }
  });
  const counts = table.groupColumns.map(() => 0);
  const positionOfLeaf = table.groupColumns.map(() => new Int32Array(table.paths.length).fill(-1));
  const nodes = [...leavesOf.values()]
    .sort((a, b) => comparePaths(a.path, b.path))
    .map(({ path, leaves }): UnitNode => {
      const depth = path.length - 1;
      const position = counts[depth] as number;
      counts[depth] = position + 1;
      for (const leaf of leaves) (positionOfLeaf[depth] as Int32Array)[leaf] = position;
      const hasUnitsBelow = leaves.some((leaf) => (table.paths[leaf] as readonly string[]).length > path.length);
      return { id: unitId(path), parentId: unitId(path.slice(0, -1)), path, position, leaves, hasUnitsBelow };
    });
  const byDepth = positionOfLeaf.map((positions, depth): UnitIndex => {
    const unit = table.path.map((leaf) => (leaf < 0 ? -1 : (positions[leaf] as number)));
    return { unit, count: counts[depth] as number };
  });
  return { nodes, lowest: { unit: table.path, count: table.paths.length }, byDepth };
}
