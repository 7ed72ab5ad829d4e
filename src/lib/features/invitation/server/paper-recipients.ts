import type { PersonInUnit } from '#lib/features/organisation/contract.ts';
import type { ScanUnit } from '#lib/features/scan/contract.ts';
import type { Language } from '#lib/platform/language/index.ts';
import type { InvitationChannel } from '../contract.ts';

interface Invitation {
  readonly id: string;
  readonly scanUnitId: string;
  readonly channel: InvitationChannel;
  readonly personId: string | null;
  readonly language: Language;
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly scanUnitId: string;
  readonly language: Language;
}

/** Who needs a letter or card with a name, in the order of the tree and then of the name: no address, or one that was refused. */
export function paperRecipients(
  invitations: readonly Invitation[],
  units: readonly ScanUnit[],
  people: readonly PersonInUnit[],
  undelivered: ReadonlySet<string>,
): readonly Named[] {
  const nameOf = new Map(people.map((person) => [person.id, person.name]));
  const placeOf = new Map(units.map((unit, position) => [unit.id, { position, unit: unit.name }]));
  return invitations
    .filter(({ id, channel }) => channel === 'paper' || undelivered.has(id))
    .flatMap(({ id, personId, scanUnitId, language }) => {
      const name = personId === null ? undefined : nameOf.get(personId);
      const place = placeOf.get(scanUnitId);
      return name !== undefined && place ? [{ id, name, scanUnitId, language, ...place }] : [];
    })
    .toSorted((a, b) => a.position - b.position || a.name.localeCompare(b.name, 'nl'));
}
