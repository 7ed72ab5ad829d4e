import { describe, expect, test } from 'vitest';
import { makeSnapshot } from './make-snapshot.ts';
import { unitOf } from './read-snapshot.ts';
import { livelyAnswers, peiling, seededChance, unit } from './tests/peiling.ts';

const under = (group: string, one: ReturnType<typeof unit>) => ({ ...one, reportingGroupId: group });
const chance = seededChance(5);
const answers = [
  livelyAnswers('full', 'top', 12, chance),
  livelyAnswers('full', 'north', 20, chance),
  livelyAnswers('full', 'south', 20, chance),
];
/** In care three people work directly, counted at the top with the four of the crew below it; north and south are inside. */
const units = [
  unit('top', null, 9),
  under('top', unit('care', 'top', 3)),
  unit('north', 'care', 24),
  under('top', unit('crew', 'care', 4)),
  unit('south', 'care', 30),
];
const snapshot = makeSnapshot(peiling({ units, answers }));
const told = (id: string) => {
  const { countedWith, invited, headCount, respondents, figuresFrom } = unitOf(snapshot, id) ?? {};
  return { countedWith, invited, headCount, respondents, figuresFrom };
};

describe('who is counted with another unit', () => {
  test('is invited, works and answers there, also where the unit in between has figures', () => {
    expect(told('top')).toMatchObject({ invited: 70, headCount: 70, respondents: 52, figuresFrom: 'top' });
    expect(told('care')).toEqual({
      countedWith: { groupId: 'top', part: 'direct' },
      invited: 54,
      headCount: 54,
      respondents: 40,
      figuresFrom: 'care',
    });
  });

  test('has no figures in a unit of their own, keeps its number of people, and reads where it is counted', () => {
    expect(told('crew')).toEqual({
      countedWith: { groupId: 'top', part: 'whole' },
      invited: 4,
      headCount: 4,
      respondents: null,
      figuresFrom: 'top',
    });
    expect(unitOf(snapshot, 'crew')?.areas.every(({ cell }) => cell === null)).toBe(true);
  });

  test('is nobody where every unit is counted by itself', () => {
    const own = makeSnapshot(peiling({ units: units.map((one) => ({ ...one, reportingGroupId: one.id })), answers }));
    expect(own.units.every((one) => !('countedWith' in one))).toBe(true);
    expect(unitOf(own, 'care')).toMatchObject({ invited: 61, headCount: 61 });
  });

  test('and a group that is no unit of the peiling is a fault', () => {
    expect(() => makeSnapshot(peiling({ units: [under('elsewhere', unit('top', null))] }))).toThrow('elsewhere');
  });
});
