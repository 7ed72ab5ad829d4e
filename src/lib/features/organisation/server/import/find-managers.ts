import type { ImportedPerson, ImportFault } from './read-people.ts';

/** Each person's manager by line number, and the faults: unknown, more than one of that name, or a circle. */
export function findManagers(people: readonly ImportedPerson[]): {
  managerOf: Map<number, number>;
  faults: ImportFault[];
} {
  const byEmail = new Map(people.flatMap((person) => (person.email ? [[person.email, person.line] as const] : [])));
  const byName = Map.groupBy(people, (person) => person.name.toLocaleLowerCase('nl'));
  const managerOf = new Map<number, number>();
  const faults: ImportFault[] = [];
  for (const { line, manager } of people) {
    if (manager === '') continue;
    const found =
      byEmail.get(manager.toLowerCase()) ?? byName.get(manager.toLocaleLowerCase('nl'))?.map((person) => person.line);
    const lines = typeof found === 'number' ? [found] : (found ?? []);
    if (lines.length > 1) faults.push({ line, key: 'row-manager-ambiguous', value: manager });
    else if (lines[0] === undefined) faults.push({ line, key: 'row-manager-unknown', value: manager });
    else managerOf.set(line, lines[0]);
  }
  for (const line of inCircles(managerOf)) {
    const person = people.find((candidate) => candidate.line === line);
    faults.push({ line, key: 'row-manager-circle', value: person?.name ?? '' });
  }
  return { managerOf, faults };
}

/** The lines that lead back to themselves. Somebody who is their own manager counts as having none. */
function inCircles(managerOf: Map<number, number>): number[] {
  for (const [line, manager] of managerOf) if (line === manager) managerOf.delete(line);
  const state = new Map<number, 'walking' | 'done'>();
  const circle: number[] = [];
  for (const start of managerOf.keys()) {
    const path: number[] = [];
    let at: number | undefined = start;
    while (at !== undefined && !state.has(at)) {
      state.set(at, 'walking');
      path.push(at);
      at = managerOf.get(at);
    }
    if (at !== undefined && state.get(at) === 'walking') circle.push(...path.slice(path.indexOf(at)));
    for (const line of path) state.set(line, 'done');
  }
  return circle;
}
