/*
 * Drinkwater Oosterlanden, a drinking-water company that doesn't exist, as data. Its departments have their own people
 * beside their teams; who leads a team answers one unit higher, so the departments themselves never hold just a handful of people. One team
 * is too small to be counted by itself: the four of Communicatie are counted with their department.
 */

export const organisationName = 'Drinkwater Oosterlanden';

export interface Team {
  readonly name: string;
  /** People in it at the first peiling, its lead included. */
  readonly people: number;
  /** Who left and who came before the second peiling. */
  readonly left?: number;
  readonly joined?: number;
  /** Nobody here has a mail address of the firm; its lead does. */
  readonly isInShifts?: boolean;
}

/** A team of which only the number of people is known: hired staff who come and go. */
export interface CountedTeam {
  readonly name: string;
  readonly headCount: number;
  readonly headCountLater: number;
}

export interface Department {
  readonly name: string;
  /** People of the department itself, its head included. */
  readonly people: number;
  readonly teams: readonly Team[];
  readonly counted?: readonly CountedTeam[];
}

/** People at the top, the director included; the five heads of department answer there as well. */
export const peopleAtTheTop = 6;

export const departments: readonly Department[] = [
  {
    name: 'Productie',
    people: 4,
    teams: [
      { name: 'Winning en zuivering Noord', people: 15 },
      { name: 'Winning en zuivering Zuid', people: 13, left: 2, joined: 2 },
      { name: 'Wachtdienst zuivering A', people: 10, isInShifts: true },
      { name: 'Wachtdienst zuivering B', people: 9, isInShifts: true },
      { name: 'Laboratorium', people: 12, left: 3, joined: 2 },
      { name: 'Onderhoud installaties', people: 16 },
    ],
  },
  {
    name: 'Distributie',
    people: 8,
    teams: [
      { name: 'Storingsdienst', people: 18, isInShifts: true },
      { name: 'Leidingaanleg Oost', people: 14, left: 3, joined: 3 },
      { name: 'Leidingaanleg West', people: 13, left: 1, joined: 2 },
      { name: 'Netbeheer', people: 15 },
      { name: 'Aansluitingen', people: 11, left: 1, joined: 6 },
    ],
  },
  {
    name: 'Klant',
    people: 5,
    teams: [
      { name: 'Klantcontact', people: 28, left: 5, joined: 6 },
      { name: 'Facturatie en incasso', people: 12 },
      { name: 'Communicatie', people: 5 },
    ],
    counted: [{ name: 'Meteropname', headCount: 9, headCountLater: 15 }],
  },
  {
    name: 'Techniek en ICT',
    people: 6,
    teams: [
      { name: 'Ontwerp en advies', people: 18 },
      { name: 'Procesautomatisering', people: 11, left: 2, joined: 3 },
      { name: 'Kantoorautomatisering', people: 10, left: 1, joined: 1 },
    ],
  },
  {
    name: 'Bedrijfsbureau',
    people: 6,
    teams: [
      { name: 'Financiën', people: 10 },
      { name: 'Personeel en ontwikkeling', people: 9 },
      { name: 'Inkoop en magazijn', people: 11, left: 2, joined: 1 },
    ],
    counted: [{ name: 'Receptie en schoonmaak', headCount: 12, headCountLater: 12 }],
  },
];
