import fc from 'fast-check';
import loadHighs from 'highs';
import { describe, expect, test } from 'vitest';
import { sumOnAreaByHighs } from '../../tests/bounds-by-highs.ts';
import { auditPeiling } from './audit-peiling.ts';
import { stepsOfGroupOnArea, stepsOfPersonOnArea } from './enclose-area.ts';

const highs = await loadHighs();
const everyAnswer = [1, 2, 3, 4, 5] as const;

/** Five to eight people, two or three items: the classes of each, or nothing, and a total that these can have. */
const rests = fc
  .record({
    people: fc.integer({ min: 5, max: 8 }),
    shares: fc.array(fc.tuple(fc.nat(100), fc.nat(100)), { minLength: 2, maxLength: 3 }),
    isTold: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
    at: fc.nat(100),
    isAnyTotal: fc.boolean(),
  })
  .map(({ people, shares, isTold, at, isAnyTotal }) => {
    const items = shares.map(([one, other], item) => {
      const favourable = Math.floor((people * one) / 101);
      const unfavourable = Math.floor(((people - favourable) * other) / 101);
      return isTold[item] ? { favourable, middle: people - favourable - unfavourable, unfavourable } : null;
    });
    const least = items.reduce(
      (sum, one) => sum + (one ? 4 * one.favourable + 3 * one.middle + one.unfavourable : people),
      0,
    );
    const most = items.reduce(
      (sum, one) => sum + (one ? 5 * one.favourable + 3 * one.middle + 2 * one.unfavourable : 5 * people),
      0,
    );
    const low = least + Math.floor((at / 101) * (most - least + 1));
    const every = { low: people * items.length, high: 5 * people * items.length };
    return { people, items, total: isAnyTotal ? every : { low, high: low + (at % 2) } };
  });

/** All that somebody can have answered to so many items. */
const inEveryWay = (items: number): number[][] =>
  items === 0 ? [[]] : inEveryWay(items - 1).flatMap((told) => everyAnswer.map((answer) => [...told, answer]));

const asKnown = (classes: { favourable: number; middle: number; unfavourable: number } | null) => ({
  possible: classes && [classes],
});

describe('what the classes of all items and the score tell on the area', () => {
  test('of a few: what an integer programme finds', () => {
    fc.assert(
      fc.property(rests, fc.integer({ min: 1, max: 4 }), ({ people, items, total }, inGroup) => {
        const expected = sumOnAreaByHighs(highs, items, { people, inGroup, total });
        const steps = expected ? (expected.high - expected.low) / inGroup / items.length : 0;
        expect(stepsOfGroupOnArea(items.map(asKnown), people, inGroup, total)).toBeCloseTo(steps, 6);
      }),
      { numRuns: 30, seed: 3 },
    );
  });

  test('of one person, for a colleague: what integer programmes find, the least over all that they can tell', () => {
    fc.assert(
      fc.property(rests, ({ people, items, total }) => {
        const found = inEveryWay(items.length).flatMap(
          (told) => sumOnAreaByHighs(highs, items, { people, inGroup: 1, total, told }) ?? [],
        );
        const least = Math.min(...found.map(({ low, high }) => high - low)) / items.length;
        expect(stepsOfPersonOnArea(items.map(asKnown), people, total)).toBeCloseTo(least, 6);
      }),
      { numRuns: 10, seed: 3 },
    );
  });
});

describe('the audit', () => {
  // A department of eight and a team of seven, whose score is 25; one item is shown of the department only. One way to part the
  // team's sum over both items leaves a person one and a half steps, all ways together more than two.
  test('lets through what only one way to answer would enclose', async () => {
    const report = await auditPeiling({
      minimum: 5,
      isCoded: true,
      groups: [
        { id: 'department', parentId: null },
        { id: 'team', parentId: 'department' },
        { id: 'two', parentId: 'department' },
        { id: 'five', parentId: 'department' },
        { id: 'one', parentId: 'department' },
      ],
      scales: [
        {
          areaId: 'learning-value',
          answered: [0, 7, 2, 5, 1],
          scores: [45, 25, null, null, null],
          changes: [false, false, false, false, false],
          items: [
            {
              itemId: 'LV1',
              answered: [0, 7, 1, 5, 1],
              cells: [{ n: 14, favourable: 47, unfavourable: 46 }, null, null, null, null],
            },
            { itemId: 'LV2', answered: [0, 7, 2, 4, 1], cells: [null, null, null, null, null] },
          ],
        },
      ],
      rosterDifferences: [null, null, null, null, null],
    });
    expect(report).toMatchObject({ enclosed: 0 });
    const team = report.closest.filter(({ groupId, itemId }) => groupId === 'team' && itemId === null);
    expect(Math.min(...team.map(({ steps }) => steps))).toBeGreaterThan(2);
  });
});
