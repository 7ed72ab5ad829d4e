import type { Rest } from './rules-as-printed.ts';

/** By unit the nearest one from itself upwards that shows a figure; −1: none. Parents stand before those below them. */
export function nearest(parents: readonly number[], figures: readonly unknown[]): number[] {
  const owners: number[] = [];
  parents.forEach((parent, unit) => owners.push((figures[unit] ?? null) !== null ? unit : (owners[parent] ?? -1)));
  return owners;
}

/** Who is counted with each owner. */
export function restsOf(answered: readonly number[], owners: readonly number[]): ReadonlyMap<number, Rest> {
  const units = Map.groupBy(owners.keys(), (unit) => owners[unit] ?? -1);
  units.delete(-1);
  return new Map(
    [...units].map(([owner, own]) => {
      const counts = own.map((unit) => answered[unit] ?? 0);
      return [owner, { units: own, people: countOf(own, answered), counts }];
    }),
  );
}

export const countOf = (units: readonly number[], answered: readonly number[]): number =>
  units.reduce((sum, unit) => sum + (answered[unit] ?? 0), 0);
