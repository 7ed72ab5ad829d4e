import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { enclosedByProfile } from '../audit/enclosed-by-profile.ts';
import { isEnclosed } from '../audit/audited.ts';
import { minimumForProfile } from '../publication-rules.ts';
import { codedProfileMeans } from './coded-profile-means.ts';
import { differenceFromGroups, profileClasses } from './profile-classes.ts';

const least = 10;
const counts = fc.array(fc.nat(60), { minLength: 3, maxLength: 4 });

describe('the classes of a profile question', () => {
  test('are nobody or enough, with what is left when all that is shown is taken off the whole', () => {
    fc.assert(
      fc.property(counts, (people) => {
        const classes = profileClasses(people, least);
        if (classes === null) return;
        const shown = classes.shown.map((one) => one.people);
        const all = people.reduce((sum, one) => sum + one, 0);
        const left = all - shown.reduce((sum, one) => sum + one, 0);
        expect(shown.every((one) => one >= least)).toBe(true);
        expect(left === 0 || left >= least).toBe(true);
        expect(left).toBe(classes.others?.people ?? 0);
      }),
    );
  });

  test.each([
    ['nobody skipped', [0, 40, 57], [[1], [2]], null],
    ['three skipped: with the largest', [3, 40, 57], [[1], [2, 0]], null],
    ['twelve skipped: told nowhere', [12, 40, 57], [[1], [2]], [0]],
    ['a band of four and three who skipped: with the largest', [3, 4, 30, 40], [[2], [3, 0, 1]], null],
    ['a band of six and six who skipped: told nowhere', [6, 6, 30, 40], [[2], [3]], [0, 1]],
  ])('where %s', (_, people, shown, others) => {
    const classes = profileClasses(people, least);
    expect(classes?.shown.map(({ bands }) => bands)).toEqual(shown);
    expect(classes?.others?.bands ?? null).toEqual(others);
  });

  test('are none when only one is large enough: that compares nothing', () => {
    expect(profileClasses([4, 8, 90], least)).toBe(null);
    expect(profileClasses([0, 0, 0], least)).toBe(null);
  });

  test('grow with the minimum group of the peiling', () => {
    expect([5, 7, 8, 12].map((minimum) => minimumForProfile(minimum))).toEqual([10, 10, 11, 17]);
  });
});

describe('the difference between a class and groups that are known', () => {
  test('is the least over every set that can be put together of them', () => {
    const groups = fc.array(fc.record({ inside: fc.nat(9), outside: fc.nat(9) }), { maxLength: 7 });
    fc.assert(
      fc.property(groups, (some) => {
        let nearest = Infinity;
        for (let set = 0; set < 2 ** some.length; set++) {
          const difference = some.reduce(
            (sum, { inside, outside }, at) => sum + ((set >> at) & 1 ? outside : inside),
            0,
          );
          nearest = Math.min(nearest, difference);
        }
        expect(differenceFromGroups(some)).toBe(nearest);
      }),
    );
  });
});

const members = fc.array(
  fc.record({ people: fc.integer({ min: least, max: 80 }), mean: fc.double({ min: 0, max: 100, noNaN: true }) }),
  { minLength: 2, maxLength: 4 },
);
const rest = (people: number) => ({ people, largestSmallGroup: 4 });

describe('the means of classes as they count', () => {
  test('keep their whole where there is room, so that a class that was moved isn’t found by subtraction', () => {
    fc.assert(
      fc.property(members, (classes) => {
        const means = codedProfileMeans(
          classes.map(({ people, mean }) => ({ rest: rest(people), mean })),
          4,
        );
        const total = classes.reduce((sum, { people, mean }) => sum + people * mean, 0);
        const coded = classes.reduce((sum, { people }, at) => sum + people * (means[at] ?? 0), 0);
        const room = classes.every(({ people }, at) => {
          const end = (8 / people) * 25;
          expect(means[at]).toBeGreaterThanOrEqual(end - 1e-9);
          expect(means[at]).toBeLessThanOrEqual(100 - end + 1e-9);
          return Math.abs((means[at] ?? 0) - end) > 1e-9 && Math.abs((means[at] ?? 0) - (100 - end)) > 1e-9;
        });
        if (room) expect(coded).toBeCloseTo(total, 6);
      }),
    );
  });

  /** What an attacker gets of the smallest class from exact means: the whole of the units, less the other class. */
  const shown = (classes: readonly { people: number; mean: number }[], isCoded: boolean) => {
    const exact = classes.map(({ mean }) => mean);
    const means = isCoded
      ? codedProfileMeans(
          classes.map(({ people, mean }) => ({ rest: rest(people), mean })),
          4,
        )
      : exact;
    const people = classes.reduce((sum, one) => sum + one.people, 0);
    const score = classes.reduce((sum, one) => sum + one.people * one.mean, 0) / people;
    return enclosedByProfile(
      {
        groupId: 'whole',
        areaId: 'trust',
        people,
        score: Math.round(score),
        itemCount: 4,
        questions: [classes.map((one, at) => ({ people: one.people, score: Math.round(means[at] ?? 0) }))],
      },
      5,
    ).filter(({ steps }) => isEnclosed(steps));
  };

  /** The whole is made of coded rests of units: it keeps at least six steps from its ends, and is rounded to a point. */
  const isWholeCoded = (classes: readonly { people: number; mean: number }[]) => {
    const people = classes.reduce((sum, one) => sum + one.people, 0);
    const total = classes.reduce((sum, one) => sum + one.people * one.mean, 0);
    return Math.min(total, 100 * people - total) >= 150 + people;
  };

  test('enclose nobody in ten thousand made-up organisations, and the means as they are enclose some', () => {
    fc.assert(
      fc.property(members.filter(isWholeCoded), (classes) => {
        expect(shown(classes, true)).toEqual([]);
      }),
      { numRuns: 10_000, seed: 10 },
    );
    const agreed = [
      { people: 12, mean: 99 },
      { people: 30, mean: 60 },
    ];
    expect(shown(agreed, true)).toEqual([]);
    const { length } = enclosedWithoutCoding(agreed);
    expect(length).toBeGreaterThan(0);
  });

  /** The same attacker on a product that shows means as they are: no end stands for what lies beyond it. */
  function enclosedWithoutCoding(classes: readonly { people: number; mean: number }[]) {
    return classes.flatMap(({ people, mean }) => {
      const low = people * Math.max(0, Math.round(mean) - 0.5);
      const lowestOfOne = Math.max(0, low - 100 * (people - 1));
      return isEnclosed((100 - lowestOfOne) / 25) ? [people] : [];
    });
  }
});
