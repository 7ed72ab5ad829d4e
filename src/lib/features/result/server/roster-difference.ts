import { publicationRules } from '@lerend/disclosure';

interface Unit {
  readonly sourceUnitId: string;
  readonly id: string;
  readonly parentId: string | null;
  /** The unit under which those who were invited in it are counted. */
  readonly reportingGroupId: string;
}

export interface Roster {
  readonly units: readonly Unit[];
  /** Where each one was invited; `personId` is null for a card that was drawn by hand. */
  readonly invited: readonly { readonly personId: string | null; readonly sourceUnitId: string }[];
}

/**
 * Per unit: how many people are on one of the two invited lists and not on the other, of those who are counted under it
 * or below it. Who is counted somewhere else than last time differs, like somebody who moved.
 * Who drew a card isn't known, so with cards the difference is known only from below, by the numbers invited: such a
 * unit is left out, unless the numbers alone differ by enough to compare.
 */
export function rosterDifference(now: Roster, before: Roster): Record<string, number> {
  const one = placed(now);
  const other = placed(before);
  const difference = new Map<string, number>();
  const add = (unitId: string) => difference.set(unitId, (difference.get(unitId) ?? 0) + 1);
  for (const personId of new Set([...one.unitsOf.keys(), ...other.unitsOf.keys()])) {
    const here = one.unitsOf.get(personId) ?? none;
    const there = other.unitsOf.get(personId) ?? none;
    for (const unitId of here) if (!there.has(unitId)) add(unitId);
    for (const unitId of there) if (!here.has(unitId)) add(unitId);
  }
  const known = now.units.flatMap(({ sourceUnitId }): [string, number][] => {
    const cards = (one.cards.get(sourceUnitId) ?? 0) + (other.cards.get(sourceUnitId) ?? 0);
    if (cards === 0) return [[sourceUnitId, difference.get(sourceUnitId) ?? 0]];
    const atLeast = Math.abs((one.all.get(sourceUnitId) ?? 0) - (other.all.get(sourceUnitId) ?? 0));
    return atLeast >= publicationRules.minimumRosterDifference ? [[sourceUnitId, atLeast]] : [];
  });
  return Object.fromEntries(known);
}

const none: ReadonlySet<string> = new Set();

/** Every person with the unit under which they are counted and all units above it. */
function placed({ units, invited }: Roster) {
  const unitById = new Map(units.map((unit) => [unit.id, unit]));
  const pathOf = new Map(
    units.map((unit) => [unit.sourceUnitId, new Set(upwards(unitById.get(unit.reportingGroupId) ?? unit, unitById))]),
  );
  const unitsOf = new Map<string, ReadonlySet<string>>();
  const all = new Map<string, number>();
  const cards = new Map<string, number>();
  for (const { personId, sourceUnitId } of invited) {
    const path = pathOf.get(sourceUnitId) ?? none;
    if (personId !== null) unitsOf.set(personId, path);
    for (const unitId of path) {
      all.set(unitId, (all.get(unitId) ?? 0) + 1);
      if (personId === null) cards.set(unitId, (cards.get(unitId) ?? 0) + 1);
    }
  }
  return { unitsOf, all, cards };
}

function upwards(from: Unit, unitById: ReadonlyMap<string, Unit>): string[] {
  const path: string[] = [];
  for (
    let unit: Unit | undefined = from;
    unit;
    unit = unit.parentId === null ? undefined : unitById.get(unit.parentId)
  ) {
    path.push(unit.sourceUnitId);
  }
  return path;
}
