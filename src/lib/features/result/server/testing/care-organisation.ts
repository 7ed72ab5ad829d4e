import type { MadeUnit } from './store-answered-scan.ts';

const id = (place: number): string => `0c0ffee0-0000-4000-8000-${place.toString(16).padStart(12, '0')}`;

/** A care organisation of twelve units of 4 to 40 people in three levels; `small` gets no figure. */
export const careUnits = {
  whole: id(1),
  care: id(2),
  technology: id(3),
  office: id(4),
  north: id(5),
  south: id(6),
  night: id(7),
  small: id(8),
  workshop: id(9),
  field: id(10),
  finance: id(11),
  people: id(12),
} as const;

export const careOrganisation: readonly MadeUnit[] = [
  { id: careUnits.whole, parentId: null, name: 'Van der Veen Zorg', invited: 6, answered: 5 },
  { id: careUnits.care, parentId: careUnits.whole, name: 'Zorg', invited: 8, answered: 6 },
  {
    id: careUnits.north,
    parentId: careUnits.care,
    name: 'Team Noord',
    invited: 31,
    answered: 24,
    tilt: { trust: 0.5, 'team-learning': 0.5 },
  },
  { id: careUnits.south, parentId: careUnits.care, name: 'Team Zuid', invited: 40, answered: 29, lean: 0.2 },
  {
    id: careUnits.night,
    parentId: careUnits.care,
    name: 'Nachtzorg',
    invited: 18,
    answered: 11,
    lean: -0.5,
    tilt: { support: -0.7 },
  },
  { id: careUnits.small, parentId: careUnits.care, name: 'Consultatie', invited: 4, answered: 3 },
  { id: careUnits.technology, parentId: careUnits.whole, name: 'Techniek', invited: 5, answered: 5 },
  {
    id: careUnits.workshop,
    parentId: careUnits.technology,
    name: 'Werkplaats',
    invited: 14,
    answered: 12,
    tilt: { recognition: 0.8 },
  },
  { id: careUnits.field, parentId: careUnits.technology, name: 'Buitendienst', invited: 26, answered: 10, lean: -0.3 },
  { id: careUnits.office, parentId: careUnits.whole, name: 'Kantoor', invited: 5, answered: 5 },
  { id: careUnits.finance, parentId: careUnits.office, name: 'Financiën', invited: 9, answered: 8 },
  { id: careUnits.people, parentId: careUnits.office, name: 'Mens en werk', invited: 7, answered: 6, lean: 0.4 },
];

/** What happened in the half year between two peilingen. */
export const halfAYear = { recognition: 0.6, trust: 0.15, support: -0.1 } as const;
