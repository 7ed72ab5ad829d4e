import { expect, test } from 'vitest';
import { areGroupsHeldBack, withGroupsHeldBack } from './groups-held-back.ts';
import type { Snapshot } from './snapshot.ts';

test('nothing is left of answers by profile question, and how much of each group took part stays', () => {
  const response = [{ people: 40, response: null }];
  const told = {
    units: ['as they are'],
    profile: [
      { questionId: 'profile-shifts', classes: [{ bands: [1], people: 12, areas: [] }], items: null, response },
      { questionId: 'profile-years', classes: null },
    ],
    weighting: { questionIds: ['profile-shifts'], areas: [] },
  } as unknown as Snapshot;
  const held = withGroupsHeldBack(told);
  expect(held).toEqual({
    units: ['as they are'],
    profile: [
      { questionId: 'profile-shifts', classes: null, isHeldBack: true, response },
      { questionId: 'profile-years', classes: null, isHeldBack: true },
    ],
  });
  expect([told, held].map(areGroupsHeldBack)).toEqual([false, true]);
});

test('a result without profile questions has nothing to hold back', () => {
  const told = { units: [] } as unknown as Snapshot;
  expect(withGroupsHeldBack(told)).toBe(told);
  expect(areGroupsHeldBack(told)).toBe(false);
});
