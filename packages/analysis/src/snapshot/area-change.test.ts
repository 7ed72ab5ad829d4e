import { describe, expect, test } from 'vitest';
import { makeSnapshot } from './make-snapshot.ts';
import type { PreviousPeiling, SnapshotInput } from './snapshot-input.ts';
import { snapshotForm } from './snapshot-form.ts';
import type { AreaChange } from './unit-result.ts';
import { answersOf, peiling, unit } from './tests/peiling.ts';

/** Half the people one step above `level`, half one below: a spread that is the same every time. */
const around = (level: number) => (person: number) => level + (person % 2 === 0 ? 1 : -1);
const team = { units: [unit('now', null)] };
const teamBefore = { units: [{ ...unit('before', null), sourceUnitId: 'source-now' }] };

function snapshotOf(level: number, n = 40, changes: Partial<SnapshotInput> = {}) {
  const form = changes.form ?? 'short';
  const unitId = changes.units?.[0]?.id ?? 'now';
  return makeSnapshot(peiling({ ...team, form, answers: [answersOf(form, unitId, n, around(level))], ...changes }));
}

function changeOf(
  now: Partial<SnapshotInput>,
  level: number,
  previous: PreviousPeiling,
  n = 40,
): AreaChange | null | undefined {
  return snapshotOf(level, n, { ...now, previous }).units[0]?.areas[0]?.change;
}

const same = { 'source-now': 0 };

describe('a change between two peilingen', () => {
  test('is more than noise when the scores differ by more than their noise together', () => {
    const change = changeOf({}, 4, { snapshot: snapshotOf(2, 40, teamBefore), rosterDifference: same });
    expect(change).toMatchObject({ kind: 'more-than-noise', difference: 50, before: 25, now: 75, onForm: 'short' });
  });

  test('is within noise when nothing changed', () => {
    const change = changeOf({}, 3, { snapshot: snapshotOf(3, 40, teamBefore), rosterDifference: { 'source-now': 5 } });
    // sd 25 × √(40/39) = 25.3; t(39) = 2.023; half-width 8.1, class 11; √(11² + 11²) / 1.96 = 7.94. Eleven changes:
    // the first to be marked needs p = .05/11, z = 2.838 (any table): 22.5 points, so 22 are noise.
    expect(change).toMatchObject({ kind: 'within-noise', difference: 0, noise: 22 });
  });

  test.each([
    ['invited-list-differs-by-a-few', { 'source-now': 3 }],
    ['invited-list-unknown', {}],
  ])('is not shown: %s', (reason, rosterDifference) => {
    const change = changeOf({}, 4, { snapshot: snapshotOf(2, 40, teamBefore), rosterDifference });
    expect(change).toEqual({ kind: 'not-comparable', reason });
  });

  test('needs a figure on both sides, the same unit and the same questions', () => {
    const before = snapshotOf(2, 40, teamBefore);
    const change = (now: Partial<SnapshotInput>, snapshot = before, n = 40) =>
      changeOf(now, 4, { snapshot, rosterDifference: same }, n);
    expect(change({}, before, 3)).toMatchObject({ reason: 'no-figure-now' });
    expect(change({}, snapshotOf(2, 3, teamBefore))).toMatchObject({ reason: 'no-figure-before' });
    expect(change({ units: [{ ...unit('now', null), sourceUnitId: 'new' }] })).toMatchObject({ reason: 'unit-is-new' });
    expect(change({ instrumentVersion: '2.0.0' })).toMatchObject({ reason: 'other-questions' });
    expect(change({ instrumentVersion: '1.4.0' })).toMatchObject({ kind: 'more-than-noise' });
  });

  test('between forms is followed on the items that they share', () => {
    const full = snapshotForm('full');
    const shared = new Set(snapshotForm('pulse').itemIds);
    // The item of the pulse stands on 4, every other on 2: the area's score is low, the shared item's isn't.
    const items = answersOf('full', 'before', 40, (person, column) =>
      around(shared.has(full.itemIds[column] ?? '') ? 4 : 2)(person),
    );
    const before = makeSnapshot(peiling({ ...teamBefore, form: 'full', answers: [items] }));
    expect(before.units[0]?.areas[0]?.cell?.score).toBeLessThan(50);
    const change = changeOf({ form: 'pulse' }, 4, { snapshot: before, rosterDifference: same });
    expect(change).toMatchObject({ kind: 'within-noise', difference: 0, before: 75, now: 75, onForm: 'pulse' });
  });

  test('between forms needs ten people, since a part of an area is nearly an item', () => {
    const before = snapshotOf(2, 8, { ...teamBefore, form: 'full' });
    const change = changeOf({ form: 'pulse' }, 4, { snapshot: before, rosterDifference: same }, 8);
    expect(change).toEqual({ kind: 'not-comparable', reason: 'no-figure-before' });
  });
});
