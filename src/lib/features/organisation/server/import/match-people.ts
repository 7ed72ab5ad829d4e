import { newId } from '#lib/platform/database/index.ts';
import type { ImportPlan } from './plan-import.ts';

interface KnownPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly unitId: string;
  readonly isLead: boolean;
}

export interface MatchedPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly unitId: string;
  readonly isLead: boolean;
}

/** Who is new, who works somewhere else (or leads) now, and who isn't on the list. The same address is the same person; without one, the same name in the same unit. */
export function matchPeople(
  planned: ImportPlan['people'],
  known: readonly KnownPerson[],
  unitIdOf: (unitKey: string) => string,
): { added: MatchedPerson[]; moved: MatchedPerson[]; absent: string[] } {
  const byEmail = new Map(
    known.flatMap((person) => (person.email ? [[person.email.toLowerCase(), person] as const] : [])),
  );
  const byName = new Map(known.map((person) => [nameKey(person.name, person.unitId), person] as const));
  const added: MatchedPerson[] = [];
  const moved: MatchedPerson[] = [];
  const present = new Set<string>();
  for (const person of planned) {
    const unitId = unitIdOf(person.unitKey);
    const existing = (person.email && byEmail.get(person.email)) || byName.get(nameKey(person.name, unitId));
    const { name, email, isLead } = person;
    if (!existing || present.has(existing.id)) added.push({ id: newId(), name, email, unitId, isLead });
    else {
      present.add(existing.id);
      if (existing.unitId !== unitId || existing.isLead !== isLead)
        moved.push({ id: existing.id, name, email, unitId, isLead });
    }
  }
  return { added, moved, absent: known.filter((person) => !present.has(person.id)).map((person) => person.id) };
}

const nameKey = (name: string, unitId: string): string => `${name.toLocaleLowerCase('nl')}\u0000${unitId}`;
