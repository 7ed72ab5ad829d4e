import { countPerGroup } from '@lerend/disclosure';
import type { ForeseenUnit } from './foresight-input.ts';

/** The tree as numbers: parents before children. */
export interface UnitOrder {
  readonly ids: readonly string[];
  /** −1 at a top. */
  readonly parents: Int32Array;
  readonly depths: Int32Array;
  readonly levels: number;
  /** People invited who are counted under each unit itself. */
  readonly direct: Float64Array;
  /** With everything below. */
  readonly invited: Float64Array;
  /** Nobody is counted in it or below it, though people are asked there. */
  readonly isJoined: readonly boolean[];
}

/** Faults of the tree itself (a circle, a parent that isn't there) are found by `publicationInTree`. */
export function unitOrder(units: readonly ForeseenUnit[], groupOf: ReadonlyMap<string, string> = new Map()): UnitOrder {
  const below = Map.groupBy(units, ({ parentId }) => parentId);
  const ordered: { unit: ForeseenUnit; parent: number; depth: number }[] = [];
  let level = (below.get(null) ?? []).map((unit) => ({ unit, parent: -1, depth: 0 }));
  while (level.length > 0) {
    const from = ordered.length;
    ordered.push(...level);
    level = level.flatMap(({ unit, depth }, at) =>
      (below.get(unit.id) ?? []).map((child) => ({ unit: child, parent: from + at, depth: depth + 1 })),
    );
  }
  const parents = Int32Array.from(ordered, ({ parent }) => parent);
  const counted = countPerGroup(new Map(units.map(({ id, invited }) => [id, invited])), groupOf);
  const direct = Float64Array.from(ordered, ({ unit }) => counted.get(unit.id) ?? 0);
  const invited = withAllBelow(direct, parents);
  const asked = withAllBelow(
    Float64Array.from(ordered, ({ unit }) => unit.invited),
    parents,
  );
  return {
    ids: ordered.map(({ unit }) => unit.id),
    parents,
    depths: Int32Array.from(ordered, ({ depth }) => depth),
    levels: (ordered.at(-1)?.depth ?? -1) + 1,
    direct,
    invited,
    isJoined: ordered.map((_, unit) => invited[unit] === 0 && (asked[unit] ?? 0) > 0),
  };
}

/** Adds what is in each unit itself to every unit above it; a new array. */
export function withAllBelow(direct: Float64Array, parents: Int32Array): Float64Array {
  const sums = direct.slice();
  for (let unit = sums.length - 1; unit >= 0; unit--) {
    const parent = parents[unit] ?? -1;
    if (parent >= 0) sums[parent] = (sums[parent] ?? 0) + (sums[unit] ?? 0);
  }
  return sums;
}
