import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rosterDifference } from './roster-difference.ts';
import type { Roster } from './roster-difference.ts';

const units = [
  { id: 'a', sourceUnitId: 'whole', parentId: null, reportingGroupId: 'a' },
  { id: 'b', sourceUnitId: 'north', parentId: 'a', reportingGroupId: 'b' },
  { id: 'c', sourceUnitId: 'south', parentId: 'a', reportingGroupId: 'c' },
];
const roster = (invited: Record<string, string>, cards: readonly string[] = []): Roster => ({
  units,
  invited: [
    ...Object.entries(invited).map(([personId, sourceUnitId]) => ({ personId, sourceUnitId })),
    ...cards.map((sourceUnitId) => ({ personId: null, sourceUnitId })),
  ],
});

describe('the difference between two invited lists', () => {
  test('counts who is on one list and not on the other, everything below a unit included', () => {
    const before = roster({ ann: 'north', bea: 'north', cas: 'south' });
    const now = roster({ ann: 'north', cas: 'south', dirk: 'south' });
    expect(rosterDifference(now, before)).toEqual({ whole: 2, north: 1, south: 1 });
  });

  test('someone who moved differs in both units and not in the whole', () => {
    expect(rosterDifference(roster({ ann: 'south' }), roster({ ann: 'north' }))).toEqual({
      whole: 0,
      north: 1,
      south: 1,
    });
  });

  test('is of those who are counted in a unit: a small team that went along last time and stands by itself now', () => {
    const deep = [
      ...units,
      { id: 'd', sourceUnitId: 'team', parentId: 'b', reportingGroupId: 'd' },
      { id: 'e', sourceUnitId: 'crew', parentId: 'b', reportingGroupId: 'e' },
    ];
    const list = { ann: 'north', bea: 'team', cas: 'team', dirk: 'crew' };
    const before = {
      ...roster(list),
      units: deep.map((unit) => (unit.id === 'd' ? { ...unit, reportingGroupId: 'b' } : unit)),
    };
    const skipped = {
      ...roster(list),
      units: deep.map((unit) => (unit.id === 'd' ? { ...unit, reportingGroupId: 'a' } : unit)),
    };
    const now = { ...roster(list), units: deep };
    expect(rosterDifference(now, before)).toEqual({ whole: 0, north: 0, south: 0, team: 2, crew: 0 });
    expect(rosterDifference(now, skipped)).toEqual({ whole: 0, north: 2, south: 0, team: 2, crew: 0 });
  });

  test('with cards nobody knows who was asked: only numbers that differ by five or more say enough', () => {
    const cards = (north: number, south: number) => [
      ...Array<string>(north).fill('north'),
      ...Array<string>(south).fill('south'),
    ];
    const difference = rosterDifference(roster({}, cards(12, 10)), roster({}, cards(12, 16)));
    expect(difference).toEqual({ whole: 6, south: 6 });
  });

  test('is never larger than the true difference, whoever drew the cards', () => {
    const person = fc.record({ unit: fc.constantFrom('north', 'south', 'nowhere'), isByCard: fc.boolean() });
    fc.assert(
      fc.property(fc.array(fc.tuple(person, person), { maxLength: 30 }), (people) => {
        const list = (moment: 0 | 1, isTold: boolean) =>
          people.flatMap((pair, index) => {
            const { unit, isByCard } = pair[moment];
            return unit === 'nowhere'
              ? []
              : [{ personId: isByCard && !isTold ? null : `${index}`, sourceUnitId: unit }];
          });
        const told = rosterDifference({ units, invited: list(1, true) }, { units, invited: list(0, true) });
        const seen = rosterDifference({ units, invited: list(1, false) }, { units, invited: list(0, false) });
        for (const [unitId, difference] of Object.entries(seen)) {
          expect(difference).toBeLessThanOrEqual(told[unitId] ?? -1);
          if (difference === 0) expect(told[unitId]).toBe(0);
        }
      }),
    );
  });
});
