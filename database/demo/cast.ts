import type { Role } from '#lib/platform/context/index.ts';

/** Addresses under a name that no mail can reach (RFC 2606). */
export const mailDomain = 'voorbeeld.lerend.example';

export interface CastMember {
  readonly role: Role;
  readonly name: string;
  readonly email: string;
  /** The unit of the role, for who has a role in one unit. */
  readonly unit: string | null;
}

const member = (role: Role, name: string, unit: string | null = null): CastMember => ({
  role,
  name,
  unit,
  email: addressOf(name),
});

/** The people whose shoes a visitor can step into. */
export const cast = {
  coordinator: member('coordinator', 'Marjolein Kranenborg'),
  manager: member('manager', 'Ruben Oldekamp', 'Storingsdienst'),
  member: member('member', 'Aylin Sardjoe', 'Storingsdienst'),
  director: member('director', 'Ingrid Hogendoorn'),
  'works-council': member('works-council', 'Winston Brandwijk'),
  adviser: member('adviser', 'Liesbeth van Ommeren'),
} as const satisfies Record<Role, CastMember>;

/** `Ayşe van der Linden` → `ayse.van.der.linden@…` */
export function addressOf(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replaceAll('ı', 'i')
    .toLowerCase()
    .replace(/[^a-z]+/g, '.');
  return `${plain}@${mailDomain}`;
}
