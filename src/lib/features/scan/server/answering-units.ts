interface Unit {
  readonly id: string;
  readonly parentId: string | null;
}

interface Place {
  readonly id: string;
  readonly unitId: string;
  readonly isLead: boolean;
}

/**
 * The unit in which each person answers: the one they work in, or for who leads a unit the first one
 * above it that they don't lead. So nobody is among the answers that they are shown as its lead.
 * Who works in several units answers in the first of them, in the order of the tree.
 */
export function answeringUnits(units: readonly Unit[], places: readonly Place[]): ReadonlyMap<string, string> {
  const parentOf = new Map(units.map((unit) => [unit.id, unit.parentId]));
  const order = new Map(units.map((unit, position) => [unit.id, position]));
  const answering = new Map<string, string>();
  for (const [personId, held] of Map.groupBy(places, (place) => place.id)) {
    const leads = new Set(held.filter((place) => place.isLead).map((place) => place.unitId));
    const known = held
      .filter((place) => order.has(place.unitId))
      .sort((a, b) => (order.get(a.unitId) ?? 0) - (order.get(b.unitId) ?? 0));
    const place = known.find((one) => !leads.has(one.unitId)) ?? known[0];
    if (place) answering.set(personId, aboveLed(place.unitId, leads, parentOf));
  }
  return answering;
}

/** Whoever leads the organisation itself has nothing above it and answers there. */
function aboveLed(unitId: string, leads: ReadonlySet<string>, parentOf: ReadonlyMap<string, string | null>): string {
  let at = unitId;
  for (let parent = parentOf.get(at); leads.has(at) && parent; parent = parentOf.get(at)) at = parent;
  return at;
}
