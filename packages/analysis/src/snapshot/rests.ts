import { restOf } from '@lerend/disclosure';
import type { Rest } from '@lerend/disclosure';
import { nearestShown } from './shown-parts.ts';
import type { UnitTree } from './unit-tree.ts';

/**
 * The rests of an area: everyone who answered is in exactly one, that of the nearest unit upwards that shows a figure on
 * it. The rows of the frozen table (`@lerend/disclosure`, `coding/`); every figure of the area is a function of them.
 */
export interface Rests {
  /** Per unit the one that shows the rest it is in; −1 where none above does. */
  readonly owners: Int32Array;
  /** The units of each rest, by the unit that shows it. */
  readonly members: ReadonlyMap<number, readonly number[]>;
  /** The peiling's minimum group. */
  readonly minimum: number;
}

export function restsIn(tree: Pick<UnitTree, 'parents'>, isShown: (unit: number) => boolean, minimum: number): Rests {
  const owners = nearestShown(tree.parents, isShown);
  const members = Map.groupBy([...owners.keys()], (unit) => owners[unit] ?? -1);
  members.delete(-1);
  return { owners, members, minimum };
}

/** The rest of one owner, of the people counted per unit in `answered`. */
export function restAt({ members, minimum }: Rests, owner: number, answered: ArrayLike<number>): Rest {
  return restOf(
    (members.get(owner) ?? []).map((unit) => answered[unit] ?? 0),
    minimum,
  );
}
