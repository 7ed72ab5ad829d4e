import type { MadeUnit } from '#lib/features/result/server/testing/store-answered-scan.ts';

const id = (place: number): string => `0c0ffee1-0000-4000-8000-${place.toString(16).padStart(12, '0')}`;

/** Named after how many people of it answered. */
export const unitIds = {
  whole: id(1),
  many: id(2),
  ten: id(3),
  nine: id(4),
  five: id(5),
  four: id(6),
  seven: id(7),
  around: id(8),
  inside: id(9),
} as const;

const below = (unitId: string, name: string, invited: number, answered: number): MadeUnit => ({
  ...{ id: unitId, parentId: unitIds.whole, name, invited, answered },
});

/** An organisation with a unit on either side of each number in the publication rules; everyone answers every item. */
export const made = {
  form: 'full',
  seed: 5,
  units: [
    { id: unitIds.whole, parentId: null, name: 'De Linde', invited: 12, answered: 10 },
    below(unitIds.many, 'Zorg', 40, 34),
    below(unitIds.ten, 'Keuken', 14, 13),
    below(unitIds.nine, 'Receptie', 12, 9),
    below(unitIds.five, 'Financiën', 9, 5),
    below(unitIds.four, 'Inkoop', 9, 4),
    // Under eight invited: counted with the whole.
    below(unitIds.seven, 'Directie', 7, 6),
    below(unitIds.around, 'Techniek', 8, 2),
    { id: unitIds.inside, parentId: unitIds.around, name: 'Werkplaats', invited: 12, answered: 10 },
  ],
  /** How many more are invited half a year later. */
  joined: { [unitIds.many]: 2, [unitIds.nine]: 6 } as Readonly<Record<string, number>>,
} as const;
