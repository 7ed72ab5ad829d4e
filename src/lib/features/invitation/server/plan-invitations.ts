import type { PersonInUnit } from '#lib/features/organisation/contract.ts';
import { answeringUnits } from '#lib/features/scan/server/index.ts';

export interface PlannedUnit {
  readonly id: string;
  readonly parentId: string | null;
  /** Given by hand; 0 where people are known by name only. */
  readonly headCount: number;
}

export interface PlannedInvitation {
  readonly person: PersonInUnit;
  readonly unitId: string;
  readonly channel: 'mail' | 'paper';
}

/**
 * Who gets an invitation, where they answer and how it reaches them. A unit with a number of people
 * and nobody known by name gets cards to be drawn by hand.
 */
export function planInvitations(
  units: readonly PlannedUnit[],
  people: readonly PersonInUnit[],
  canMail: boolean,
): { readonly named: readonly PlannedInvitation[]; readonly cardsPerUnit: ReadonlyMap<string, number> } {
  const answering = answeringUnits(units, people);
  const everyone = new Map(people.map((person) => [person.id, person]));
  const named = [...answering].flatMap(([personId, unitId]): PlannedInvitation[] => {
    const person = everyone.get(personId);
    return person ? [{ person, unitId, channel: person.email && canMail ? 'mail' : 'paper' }] : [];
  });
  const withNames = new Set(named.map((one) => one.unitId));
  const cardsPerUnit = new Map(units.map((unit) => [unit.id, withNames.has(unit.id) ? 0 : unit.headCount]));
  return { named, cardsPerUnit };
}
