import type { SnapshotUnit } from './snapshot-input.ts';

/** The peiling's units as numbers: parents before children, otherwise in the order given. */
export interface UnitTree {
  readonly units: readonly SnapshotUnit[];
  readonly indexOf: ReadonlyMap<string, number>;
  /** −1 at a top. */
  readonly parents: Int32Array;
  readonly depths: Int32Array;
  /** One more than the greatest depth; 0 without units. */
  readonly levels: number;
}

/** Faults (a unit twice, a parent that isn't there, a circle) are Errors that name the unit. */
export function unitTree(given: readonly SnapshotUnit[]): UnitTree {
  const byParent = new Map<string | null, SnapshotUnit[]>();
  const known = new Set(given.map((unit) => unit.id));
  if (known.size !== given.length) throw new Error('a unit stands twice in the tree');
  for (const unit of given) {
    if (unit.parentId !== null && !known.has(unit.parentId))
      throw new Error(`unit ${unit.id} hangs below ${unit.parentId}, which is not there`);
    const siblings = byParent.get(unit.parentId);
    if (siblings) siblings.push(unit);
    else byParent.set(unit.parentId, [unit]);
  }
  const units: SnapshotUnit[] = [];
  const depths: number[] = [];
  const open = (byParent.get(null) ?? []).map((unit) => ({ unit, depth: 0 })).reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { unit, depth } = next;
    units.push(unit);
    depths.push(depth);
    for (const child of (byParent.get(unit.id) ?? []).toReversed()) open.push({ unit: child, depth: depth + 1 });
  }
  if (units.length !== given.length) throw new Error('the units form a circle');
  const indexOf = new Map(units.map((unit, index) => [unit.id, index]));
  return {
    units,
    indexOf,
    parents: Int32Array.from(units, (unit) => (unit.parentId === null ? -1 : (indexOf.get(unit.parentId) ?? -1))),
    depths: Int32Array.from(depths),
    levels: depths.reduce((most, depth) => Math.max(most, depth + 1), 0),
  };
}

/** Adds what belongs to each unit itself to every unit above it: `width` numbers a unit, unit by unit. Changes `own`. */
export function addUpwards(tree: UnitTree, own: Float64Array, width = 1): Float64Array {
  for (let index = tree.units.length - 1; index >= 0; index--) {
    const parent = tree.parents[index] ?? -1;
    if (parent < 0) continue;
    for (let at = 0; at < width; at++) {
      const above = parent * width + at;
      own[above] = (own[above] ?? 0) + (own[index * width + at] ?? 0);
    }
  }
  return own;
}

/** The units that are the given one or lie below it. They follow it without a gap. */
export function withAllBelow(tree: UnitTree, index: number): { readonly from: number; readonly to: number } {
  const depth = tree.depths[index] ?? 0;
  let to = index + 1;
  while (to < tree.units.length && (tree.depths[to] ?? 0) > depth) to++;
  return { from: index, to };
}
