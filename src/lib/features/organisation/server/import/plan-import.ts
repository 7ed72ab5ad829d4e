import { isSameName } from '../unit-input.ts';
import { findManagers } from './find-managers.ts';
import type { ImportedPerson, ImportFault } from './read-people.ts';

export interface PlannedUnit {
  /** The unit's path below the organisation, as a key. */
  readonly key: string;
  readonly parentKey: string | null;
  readonly name: string;
}

export interface ImportPlan {
  readonly people: readonly (ImportedPerson & { readonly unitKey: string; readonly isLead: boolean })[];
  readonly units: readonly PlannedUnit[];
  readonly faults: readonly ImportFault[];
  /** Names that were written in more than one way and are taken for one. */
  readonly joined: readonly { readonly name: string; readonly also: string }[];
}

const keyOf = (path: readonly string[]): string => path.map((part) => part.toLocaleLowerCase('nl')).join('\u0000');

/** What would be made from these people: the units of their paths, and who leads which. */
export function planImport(people: readonly ImportedPerson[], organisationName: string): ImportPlan {
  const units = new Map<string, PlannedUnit>();
  const joined = new Map<string, { name: string; also: string }>();
  const placed = people.map((person) => {
    const [first = '', ...rest] = person.unitPath;
    const path = isSameName(first, organisationName) ? rest : person.unitPath;
    for (let depth = 1; depth <= path.length; depth += 1) {
      const part = path.slice(0, depth);
      const key = keyOf(part);
      const name = part.at(-1) ?? '';
      const known = units.get(key);
      if (!known) units.set(key, { key, parentKey: depth === 1 ? null : keyOf(part.slice(0, -1)), name });
      else if (known.name !== name) joined.set(`${known.name}\u0000${name}`, { name: known.name, also: name });
    }
    return { ...person, unitKey: keyOf(path) };
  });
  const { managerOf, faults } = findManagers(people);
  const leads = leadsOf(placed, managerOf);
  return {
    people: placed.map((person) => ({ ...person, isLead: leads.get(person.unitKey) === person.line })),
    units: [...units.values()],
    faults,
    joined: [...joined.values()],
  };
}

/**
 * Who leads a unit: whoever is named as manager by most of the people in it, when that person works
 * in it or above it. A tie goes to the row that comes first.
 */
function leadsOf(
  people: readonly (ImportedPerson & { unitKey: string })[],
  managerOf: ReadonlyMap<number, number>,
): Map<string, number> {
  const unitOf = new Map(people.map((person) => [person.line, person.unitKey]));
  const votes = new Map<string, Map<number, number>>();
  for (const person of people) {
    const manager = managerOf.get(person.line);
    if (manager === undefined || unitOf.get(manager) !== person.unitKey) continue;
    const inUnit = votes.get(person.unitKey) ?? new Map<number, number>();
    inUnit.set(manager, (inUnit.get(manager) ?? 0) + 1);
    votes.set(person.unitKey, inUnit);
  }
  const leads = new Map<string, number>();
  for (const [unitKey, inUnit] of votes) {
    const [best] = [...inUnit].sort((one, other) => other[1] - one[1] || one[0] - other[0]);
    if (best) leads.set(unitKey, best[0]);
  }
  return leads;
}
