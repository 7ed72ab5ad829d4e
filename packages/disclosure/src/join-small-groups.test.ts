import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { everyUnitByItself, groupsThatName, onlySmallUnits } from '../tests/naive-groups.ts';
import { countBelow } from '../tests/naive-publication.ts';
import { countedTrees } from '../tests/small-trees.ts';
import { countPerGroup, joinedParts, joinSmallGroups, minimumInvited } from './index.ts';
import type { GroupNode } from './index.ts';

const minimums = fc.integer({ min: 2, max: 12 });

const house: readonly GroupNode[] = [
  { id: 'top', parentId: null },
  { id: 'care', parentId: 'top' },
  { id: 'north', parentId: 'care' },
  { id: 'south', parentId: 'care' },
  { id: 'office', parentId: 'top' },
];

const joined = (counts: Record<string, number>, tree = house) =>
  Object.fromEntries(
    [...joinSmallGroups(tree, new Map(Object.entries(counts)), 8)].filter(([id, group]) => id !== group),
  );

describe('people who are counted together', () => {
  test('a unit under eight goes with the unit above it', () => {
    expect(joined({ top: 9, care: 8, north: 7, south: 20, office: 8 })).toEqual({ north: 'care' });
  });

  test('a small unit takes along all that is below it, as high as is needed', () => {
    expect(joined({ top: 9, care: 1, north: 3, south: 2, office: 30 })).toEqual({
      care: 'top',
      north: 'top',
      south: 'top',
    });
  });

  test('units that are small by themselves and enough together stay in the unit that holds them', () => {
    expect(joined({ top: 9, care: 0, north: 5, south: 4, office: 30 })).toEqual({ north: 'care', south: 'care' });
  });

  test('the two who sit directly in a unit of forty are counted above it, and the units inside stay', () => {
    expect(joined({ top: 9, care: 2, north: 18, south: 20, office: 30 })).toEqual({ care: 'top' });
  });

  test('a few at the top draw in the rest of a unit that keeps units inside', () => {
    expect(joined({ top: 3, care: 12, north: 18, south: 20, office: 9 })).toEqual({ care: 'top' });
  });

  test('without such a rest they draw in the smallest unit', () => {
    expect(joined({ top: 3, north: 18, south: 9, care: 0, office: 9 })).toEqual({ care: 'top', office: 'top' });
  });

  test('nobody at the top draws in nobody', () => {
    expect(joined({ care: 12, north: 18, south: 20, office: 9 })).toEqual({});
  });

  test('a whole organisation under eight is one group', () => {
    expect(joined({ top: 1, north: 2, office: 4 })).toEqual({
      care: 'top',
      north: 'top',
      south: 'top',
      office: 'top',
    });
  });

  test('people of whom none counts move along, and draw in a group at the top', () => {
    expect(joined({ top: 0, north: 0, office: 9 })).toMatchObject({ north: 'top', office: 'top' });
  });

  test('each of several tops is joined by itself', () => {
    const two: readonly GroupNode[] = [...house, { id: 'other', parentId: null }, { id: 'team', parentId: 'other' }];
    expect(joined({ top: 9, office: 8, other: 2, team: 8 }, two)).toMatchObject({ team: 'other' });
    expect(joined({ top: 9, office: 8, other: 2, team: 1 }, two)).toMatchObject({ team: 'other' });
  });

  test('counts that are none are refused', () => {
    expect(() => joined({ top: 2.5 })).toThrow(RangeError);
    expect(() => joined({ elsewhere: 2 })).toThrow(RangeError);
    expect(() => joinSmallGroups(house, new Map(), 7.5)).toThrow(RangeError);
  });
});

describe('whoever sees from which group a ballot comes', () => {
  test('never sees a group of fewer than the minimum, whatever the tree, unless there are no more people', () => {
    fc.assert(
      fc.property(countedTrees(12), minimums, ({ tree, direct }, minimum) => {
        const everyone = [...direct.values()].reduce((sum, people) => sum + people, 0);
        const named = groupsThatName(direct, joinSmallGroups(tree, direct, minimum), minimum);
        expect(named).toEqual(everyone > 0 && everyone < minimum ? ['g0'] : []);
      }),
      { numRuns: 500 },
    );
  });

  test('does see such groups when every unit is one, or when only small units are joined: the attack works', () => {
    const samples = fc.sample(countedTrees(12), { numRuns: 300, seed: 7 });
    const broken = (
      groupsOf: (tree: readonly GroupNode[], direct: ReadonlyMap<string, number>) => ReadonlyMap<string, string>,
    ) => samples.filter(({ tree, direct }) => groupsThatName(direct, groupsOf(tree, direct), 8).length > 0).length;
    expect(broken(everyUnitByItself)).toBeGreaterThan(250);
    expect(broken((tree, direct) => onlySmallUnits(tree, direct, 8))).toBeGreaterThan(150);
    expect(broken((tree, direct) => joinSmallGroups(tree, direct, 8))).toBeLessThan(60);
  });
});

describe('groups', () => {
  test('are the unit itself or one above it, and hold everyone once', () => {
    fc.assert(
      fc.property(countedTrees(12), minimums, ({ tree, direct }, minimum) => {
        const groupOf = joinSmallGroups(tree, direct, minimum);
        const parentOf = new Map(tree.map(({ id, parentId }) => [id, parentId]));
        for (const { id } of tree) {
          const above: (string | null)[] = [id];
          while (above.at(-1) !== null) above.push(parentOf.get(above.at(-1) ?? '') ?? null);
          expect(above).toContain(groupOf.get(id));
        }
        const sum = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((all, one) => all + one, 0);
        expect(sum(countPerGroup(direct, groupOf))).toBe(sum(direct));
      }),
    );
  });

  test('stay as they are when they are joined again, and in whatever order the units are given', () => {
    fc.assert(
      fc.property(countedTrees(12), minimums, ({ tree, direct }, minimum) => {
        const groupOf = joinSmallGroups(tree, direct, minimum);
        const again = joinSmallGroups(tree.toReversed(), countPerGroup(direct, groupOf), minimum);
        for (const group of new Set(groupOf.values())) expect(again.get(group)).toBe(group);
        const reversed = joinSmallGroups(tree.toReversed(), direct, minimum);
        expect(tree.map(({ id }) => reversed.get(id))).toEqual(tree.map(({ id }) => groupOf.get(id)));
      }),
    );
  });

  test('leave a group inside every unit that is large enough, but on the one way down to what the top draws in', () => {
    fc.assert(
      fc.property(countedTrees(12), minimums, ({ tree, direct }, minimum) => {
        const groups = new Set(joinSmallGroups(tree, direct, minimum).values());
        const parentOf = new Map(tree.map(({ id, parentId }) => [id, parentId]));
        const isWithin = (id: string, unit: string): boolean => {
          for (let at: string | null = id; at !== null; at = parentOf.get(at) ?? null) if (at === unit) return true;
          return false;
        };
        const emptied = tree
          .map(({ id }) => id)
          .filter((id) => id !== 'g0' && countBelow(tree, direct, id) >= minimum)
          .filter((id) => ![...groups].some((group) => isWithin(group, id)));
        for (const one of emptied)
          for (const other of emptied) expect(isWithin(one, other) || isWithin(other, one)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('what was joined, told unit by unit', () => {
  const told = (counts: Record<string, number>) => {
    const direct = new Map(Object.entries(counts));
    const parts = joinedParts(house, direct, joinSmallGroups(house, direct, 8), 8);
    return parts
      .filter(({ isWithinAnother }) => !isWithinAnother)
      .map(({ unitId, groupId, part, people, isDrawnIn }) =>
        [unitId, part, people, groupId, isDrawnIn ? 'drawn in' : 'small'].join(' '),
      );
  };

  test('a small unit as a whole, with the people below it in one line', () => {
    expect(told({ top: 9, care: 1, north: 3, south: 2, office: 30 })).toEqual(['care whole 6 top small']);
  });

  test('the few directly in a large unit, beside a small unit that is counted at the same place', () => {
    expect(told({ top: 9, care: 2, north: 3, south: 20, office: 30 })).toEqual([
      'care direct 2 top small',
      'north whole 3 top small',
    ]);
  });

  test('what the top draws in', () => {
    expect(told({ top: 3, care: 12, north: 18, south: 20, office: 9 })).toEqual(['care direct 12 top drawn in']);
    expect(told({ top: 3, north: 18, south: 9, office: 8 })).toEqual(['office whole 8 top drawn in']);
  });

  test('nothing of a unit without people, or counted under itself', () => {
    expect(told({ top: 9, north: 18, south: 9, office: 0 })).toEqual([]);
  });
});

test('from eight invited a group is counted by itself, or from the minimum group that the peiling chose', () => {
  expect([4, 5, 8, 12].map(minimumInvited)).toEqual([8, 8, 8, 12]);
});
