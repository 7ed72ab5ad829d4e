import type { AreaCode } from '@lerend/instrument';
import { departments } from './tree.ts';

/*
 * What there is to find in the answers. Everything is on the answer scale: 1 is "nooit", 5 is "altijd"; 0.4 of a step
 * is ten points of a score.
 */

/** The usual answer per area, before anything particular to a unit or a person. Seeing how things hang together is weak everywhere. */
export const usualAnswer: Readonly<Record<AreaCode, number>> = {
  'shared-vision': 3.35,
  'mental-models': 2.95,
  'personal-mastery': 3.45,
  'team-learning': 3.25,
  'systems-thinking': 2.6,
  trust: 3.55,
  'learning-value': 2.75,
  recognition: 3.2,
  knowledge: 3.15,
  reflection: 2.95,
  support: 3.4,
};

interface Shift {
  readonly unit: string;
  readonly area: AreaCode;
  readonly first: number;
  readonly second: number;
}

const shifts: readonly Shift[] = [
  // A night without water in the old town, and a search for who had turned the valve; then a year of near-miss minutes.
  { unit: 'Distributie', area: 'trust', first: -0.85, second: -0.15 },
  { unit: 'Storingsdienst', area: 'trust', first: -0.3, second: 0.15 },
  { unit: 'Storingsdienst', area: 'reflection', first: 0, second: 0.35 },
  // Who answers the phone hears every week what went well, and from whom.
  { unit: 'Klant', area: 'recognition', first: 0.65, second: 0.75 },
  { unit: 'Klantcontact', area: 'knowledge', first: 0.35, second: 0.4 },
  // New rosters since the spring: the hour for learning is the first to go.
  { unit: 'Productie', area: 'support', first: 0.05, second: -0.7 },
  { unit: 'Wachtdienst zuivering A', area: 'support', first: 0, second: -0.3 },
  { unit: 'Wachtdienst zuivering B', area: 'support', first: 0, second: -0.25 },
  { unit: 'Laboratorium', area: 'reflection', first: 0.5, second: 0.55 },
  { unit: 'Personeel en ontwikkeling', area: 'personal-mastery', first: 0.5, second: 0.5 },
  // Whoever makes the water or hears the customer knows what it is for; further away one is less sure.
  { unit: 'Productie', area: 'shared-vision', first: 0.3, second: 0.3 },
  { unit: 'Klant', area: 'shared-vision', first: 0.35, second: 0.35 },
  { unit: 'Bedrijfsbureau', area: 'shared-vision', first: -0.35, second: -0.3 },
  { unit: 'Storingsdienst', area: 'shared-vision', first: -0.4, second: -0.35 },
];

/** Half of these people want where the firm is going, the other half don't: a mean says nothing here. */
const dividedUnit = { unit: 'Ontwerp en advies', area: 'shared-vision', either: 1.5 } as const;

/** Small things that moved everywhere in the second year. */
const drift: Partial<Record<AreaCode, number>> = {
  trust: 0.16,
  'team-learning': 0.12,
  reflection: 0.1,
  'learning-value': 0.05,
};

const departmentOf = new Map(
  departments.flatMap(({ name, teams, counted = [] }) =>
    [...teams, ...counted].map((team) => [team.name, name] as const),
  ),
);

/** How far the answers of the people of a unit lie from the usual one, by the story. */
export function storyShift(unit: string, area: AreaCode, year: 1 | 2): number {
  const department = departmentOf.get(unit) ?? unit;
  const told = shifts
    .filter((shift) => shift.area === area && (shift.unit === unit || shift.unit === department))
    .reduce((sum, shift) => sum + (year === 1 ? shift.first : shift.second), 0);
  return told + (year === 2 ? (drift[area] ?? 0) : 0);
}

/** To which side of a divided team somebody belongs; 0 elsewhere. */
export function sideTaken(unit: string, area: AreaCode, place: number): number {
  if (unit !== dividedUnit.unit || area !== dividedUnit.area) return 0;
  return place % 2 === 0 ? dividedUnit.either : -dividedUnit.either;
}

/** Which share of the invited answered. Leads and staff at department level nearly always do. */
export function shareAnswering(unit: string, year: 1 | 2): number {
  if (!departmentOf.has(unit)) return 1;
  return answering[unit]?.[year - 1] ?? (year === 1 ? 0.78 : 0.86);
}

const answering: Readonly<Record<string, readonly [number, number]>> = {
  'Onderhoud installaties': [0.44, 0.8],
  'Wachtdienst zuivering A': [0.67, 0.78],
  Storingsdienst: [0.71, 0.89],
  Meteropname: [0.67, 0.67],
  'Receptie en schoonmaak': [0.59, 0.67],
  Communicatie: [1, 1],
};

/** Who has nothing to do with suppliers says so. */
export const oftenUnknown: Readonly<Record<string, readonly string[]>> = {
  Klantcontact: ['KN3'],
  'Facturatie en incasso': ['KN3'],
  Meteropname: ['KN3', 'SU2', 'LV3'],
};
