import fc from 'fast-check';
import loadHighs from 'highs';
import { describe, expect, test } from 'vitest';
import { leafByHighs, sumOfGroupByHighs } from '../../tests/bounds-by-highs.ts';
import { auditPeiling } from './audit-peiling.ts';
import type { AuditedPeiling } from './audited.ts';
import { stepsOfGroupsAnswer, stepsOfPersonsAnswer } from './enclose-item.ts';
import { stepsOfGroup, stepsOfPerson } from './enclose-mean.ts';
import { leavesFromSums } from './tree-intervals.ts';
import type { KnownSum } from './tree-intervals.ts';

const highs = await loadHighs();

describe('what follows from a tree of sums', () => {
  test('is what linear programming finds', () => {
    const leaf = fc.record({ low: fc.nat(20), more: fc.nat(60) }).map(({ low, more }) => ({ low, high: low + more }));
    const cases = fc.record({
      leaves: fc.array(leaf, { minLength: 5, maxLength: 5 }),
      truth: fc.array(fc.nat(100), { minLength: 5, maxLength: 5 }),
      slack: fc.array(fc.nat(6), { minLength: 3, maxLength: 3 }),
    });
    fc.assert(
      fc.property(cases, ({ leaves, truth, slack }) => {
        const value = leaves.map(({ low, high }, at) => low + ((truth[at] ?? 0) / 100) * (high - low));
        const sumOf = (some: readonly number[]) => some.reduce((sum, at) => sum + (value[at] ?? 0), 0);
        const about = (sum: number, one: number) => ({ low: sum - (slack[one] ?? 0), high: sum + (slack[one] ?? 0) });
        const sums: KnownSum[] = [
          { interval: about(sumOf([0, 1]), 0), leaves: [0, 1], sums: [] },
          { interval: about(sumOf([2, 3]), 1), leaves: [2, 3], sums: [] },
          { interval: about(sumOf([0, 1, 2, 3, 4]), 2), leaves: [4], sums: [0, 1] },
        ];
        leavesFromSums(leaves, sums).forEach((found, at) => {
          const expected = leafByHighs(highs, at, leaves, sums);
          expect(found.low).toBeCloseTo(expected?.low ?? NaN, 6);
          expect(found.high).toBeCloseTo(expected?.high ?? NaN, 6);
        });
      }),
      { numRuns: 25, seed: 3 },
    );
  });
});

const classes = fc.record({ favourable: fc.nat(7), middle: fc.nat(7), unfavourable: fc.nat(7) });
const known = fc
  .record({ classes, more: fc.nat(4), share: fc.double({ min: 0, max: 1, noNaN: true }) })
  .filter(({ classes: { favourable, middle, unfavourable } }) => favourable + middle + unfavourable >= 3)
  .map(({ classes: some, more, share }) => {
    const low = 4 * some.favourable + 3 * some.middle + some.unfavourable;
    const sum = low + Math.round(share * (some.favourable + some.unfavourable));
    return { classes: some, sum: { low: sum, high: sum + more } };
  });

describe('what classes and a sum tell', () => {
  test('of the mean of a few: what an integer programme finds', () => {
    fc.assert(
      fc.property(known, fc.integer({ min: 1, max: 3 }), ({ classes: some, sum }, inGroup) => {
        const expected = sumOfGroupByHighs(highs, some, sum, inGroup);
        const steps = expected ? (expected.high - expected.low) / inGroup : NaN;
        expect(stepsOfGroupsAnswer({ possible: [some], sum }, inGroup)).toBeCloseTo(steps, 6);
      }),
      { numRuns: 60, seed: 3 },
    );
  });

  test('of one person, for a colleague: what an integer programme finds, the least over what they said', () => {
    fc.assert(
      fc.property(known, ({ classes: some, sum }) => {
        const found = [1, 2, 3, 4, 5].flatMap((told) => sumOfGroupByHighs(highs, some, sum, 1, told) ?? []);
        const expected = Math.min(...found.map(({ low, high }) => high - low));
        expect(stepsOfPersonsAnswer({ possible: [some], sum })).toBeCloseTo(expected, 6);
      }),
      { numRuns: 40, seed: 3 },
    );
  });
});

describe('what a mean tells', () => {
  test('of five people with 12: that the other four are low, when one said 60', () => {
    // 5 × 12 = 60 in all: nobody lies above 60; of somebody who says 60 that all others are 0.
    expect(stepsOfPerson(5, { low: 60, high: 60 })).toBe(0);
    expect(stepsOfGroup(5, 4, { low: 250, high: 250 })).toBe(1);
  });

  test('of five people with 30 … 70: nothing within two steps', () => {
    for (let sum = 150; sum <= 350; sum += 5)
      expect(stepsOfPerson(5, { low: sum, high: sum })).toBeGreaterThanOrEqual(2);
    expect(stepsOfPerson(5, { low: 149, high: 149 })).toBeLessThan(2);
  });
});

/** A department with two teams, one scale without items. */
function department(scores: readonly (number | null)[], changes: Partial<AuditedPeiling> = {}): AuditedPeiling {
  const answered = [0, 12, 9];
  const scale = { areaId: 'trust', answered, scores, items: [], changes: [false, false, false] };
  return {
    minimum: 5,
    isCoded: true,
    groups: ['department', 'north', 'south'].map((id, at) => ({ id, parentId: at === 0 ? null : 'department' })),
    scales: [scale],
    rosterDifferences: [null, null, null],
    ...changes,
  };
}

describe('the audit of a peiling', () => {
  test('lets through what is shown by the rules', async () => {
    const report = await auditPeiling(department([50, 52, 47]));
    expect(report).toMatchObject({ shownFigures: 3, hiddenFigures: 0, targets: 2, enclosed: 0 });
  });

  test('finds a remainder that is far out, though no figure by itself is', async () => {
    // 21 people with 60 and 12 with 85 leave nine with 26.7; with 33 and 49 they leave nine with 11.7.
    expect((await auditPeiling(department([60, 85, null]))).enclosed).toBe(0);
    const exact = await auditPeiling(department([33, 49, null], { isCoded: false }));
    expect(exact.enclosed).toBeGreaterThan(0);
    expect(exact.closest[0]).toMatchObject({ kind: 'person', groupId: 'department', itemId: null });
  });

  test('finds a remainder of a few: what is left when one subtracts', async () => {
    const few = department([50, 52, null]);
    const scales = few.scales.map((scale) => ({ ...scale, answered: [0, 12, 3] }));
    const report = await auditPeiling({ ...few, scales, isCoded: false });
    expect(report.closest[0]).toMatchObject({ kind: 'small-group', groupId: 'department', people: 3 });
    expect(report.closest[0]?.steps).toBeLessThan(2);
  });

  test('finds that everyone said the same', async () => {
    const report = await auditPeiling(department([100, 100, 100], { isCoded: false }));
    expect(report.closest[0]?.steps).toBeLessThan(0.5);
  });

  test('finds a change that is shown though the lists differ by a few; by hand it is left two steps', async () => {
    const differ = department([50, 52, 47], { rosterDifferences: [2, 0, 3] });
    expect(await auditPeiling(differ)).toMatchObject({ targets: 4, enclosed: 0 });
    const shown = differ.scales.map((scale) => ({ ...scale, changes: [true, true, false] }));
    const report = await auditPeiling({ ...differ, scales: shown });
    expect(report.closest[0]).toMatchObject({ kind: 'difference-in-time', groupId: 'department', people: 2, steps: 0 });
    expect(report.enclosed).toBe(1);
  });

  test('does not depend on the order of the groups', async () => {
    const { groups, scales, ...others } = department([60, 85, null]);
    const turned = scales.map((scale) => ({
      ...scale,
      answered: scale.answered.toReversed(),
      scores: scale.scores.toReversed(),
    }));
    const report = await auditPeiling({ ...others, groups: groups.toReversed(), scales: turned });
    expect(report).toEqual(await auditPeiling(department([60, 85, null])));
  });
});
