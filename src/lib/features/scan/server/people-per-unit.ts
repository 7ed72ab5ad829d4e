import type { PeopleInUnit, ScanUnit } from '../contract.ts';

/** How many people answer in each unit itself, and how deep it lies. */
export function peoplePerUnit(units: readonly ScanUnit[]): PeopleInUnit[] {
  const depths = new Map<string, number>();
  return units.map(({ id, parentId, name, headCount }) => {
    const depth = parentId === null ? 0 : (depths.get(parentId) ?? 0) + 1;
    depths.set(id, depth);
    return { name, depth, people: headCount };
  });
}
