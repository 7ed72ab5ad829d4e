import { describe, expect, test } from 'vitest';
import { literatureAssumptions } from '../foresight/variance-assumptions.ts';
import { madePeiling, madeTree } from '../foresight/tests/made-organisation.ts';
import { makeSnapshot } from './make-snapshot.ts';
import { levelIn } from './cut-scores-of.ts';
import { readSnapshot, unitOf } from './read-snapshot.ts';
import { snapshotForm } from './snapshot-form.ts';
import { answersOf, peiling, seededChance, unit } from './tests/peiling.ts';

const { areas, itemIds } = snapshotForm('parts');
const trust = areas.find(({ areaId }) => areaId === 'trust')?.columns ?? [];

/** Everyone has one opinion; items differ. `drawn`: places of trust's four items that a person gets. */
function trustOf(unitId: string, n: number, drawn: (person: number) => readonly number[], ease = [5, 4, 3, 2]) {
  return answersOf('parts', unitId, n, (person, column) => {
    const place = trust.indexOf(column);
    if (place < 0) return column % 2 === person % 2 ? 3 : 0;
    return drawn(person).includes(place) ? (ease[place] ?? 3) : 0;
  });
}

const pairs = [
  [0, 1],
  [2, 3],
  [0, 2],
  [1, 3],
  [0, 3],
  [1, 2],
];
const teams = [unit('top', null, 60), unit('lucky', 'top', 12), unit('unlucky', 'top', 12), unit('others', 'top', 36)];

describe('a scan in parts', () => {
  test('gives a unit that drew easy items the score of one that drew hard ones, when both think alike', () => {
    const answers = [
      trustOf('lucky', 12, () => [0, 1]),
      trustOf('unlucky', 12, () => [2, 3]),
      trustOf('others', 36, (person) => pairs[person % 6] ?? []),
    ];
    const snapshot = makeSnapshot(peiling({ form: 'parts', units: teams, answers }));
    const scores = teams.map(({ id }) => unitOf(snapshot, id)?.areas.find(({ areaId }) => areaId === 'trust')?.cell);
    // The mean of 5, 4, 3 and 2 is 3.5: 62.5 of 100. By the half rule these two would have had 88 and 38.
    expect(scores.map((cell) => cell?.score)).toEqual([63, 63, 63, 63]);
    expect(scores.map((cell) => cell?.n)).toEqual([60, 12, 12, 36]);
  });

  test('has a score from one answer of the two, and none from none', () => {
    const some = trustOf('top', 12, (person) => (person < 3 ? [] : person < 6 ? [1] : (pairs[person % 6] ?? [])));
    const snapshot = makeSnapshot(peiling({ form: 'parts', answers: [some] }));
    expect(unitOf(snapshot, 'top')?.areas.find(({ areaId }) => areaId === 'trust')?.cell?.n).toBe(9);
  });

  test('shows an item from ten answers to that item, not from ten people', () => {
    const answers = [trustOf('top', 18, (person) => [person < 10 ? 0 : 1, person < 9 ? 2 : 3])];
    const items = unitOf(makeSnapshot(peiling({ form: 'parts', answers })), 'top')?.areas.find(
      ({ areaId }) => areaId === 'trust',
    )?.items;
    expect(items?.map(({ cell }) => cell?.n ?? null)).toEqual([10, null, null, null]);
  });

  test('does not say improving of fewer than ten', () => {
    const high = { centre: 90, band: 4 } as const;
    expect(levelIn({ form: 'parts' }, 'trust', { ...high, n: 9 })).toMatchObject({ level: 'usual' });
    expect(levelIn({ form: 'parts' }, 'trust', { ...high, n: 10 })).toMatchObject({ level: 'improving' });
    expect(levelIn({ form: 'full' }, 'trust', { ...high, n: 9 })).toMatchObject({ level: 'improving' });
  });

  test('takes what was not asked for no sign of careless answering', () => {
    const snapshot = makeSnapshot(
      madePeiling(madeTree(3, [20, 20]), 'parts', 0.9, literatureAssumptions, seededChance(4)),
    );
    const missing = snapshot.whole.answerQuality?.classes.find(({ kind }) => kind === 'many-missing');
    expect(missing?.people).toBeNull();
    expect(readSnapshot(JSON.parse(JSON.stringify(snapshot)))).toEqual(snapshot);
  });
});

describe('compared with another peiling', () => {
  const units = madeTree(2, [30, 30]);
  const chance = seededChance(9);
  const held = (form: 'full' | 'parts' | 'short' | 'pulse') =>
    makeSnapshot(madePeiling(units, form, 0.9, literatureAssumptions, chance));
  const rosterDifference = Object.fromEntries(units.map(({ id }) => [`source-${id}`, 0]));
  const onForm = (before: 'full' | 'parts' | 'short' | 'pulse', now: 'full' | 'parts' | 'short' | 'pulse') => {
    const input = madePeiling(units, now, 0.9, literatureAssumptions, chance);
    const snapshot = makeSnapshot({ ...input, previous: { snapshot: held(before), rosterDifference } });
    const change = unitOf(snapshot, 'top')?.areas[0]?.change;
    return change && 'onForm' in change ? change.onForm : change;
  };

  test.each([
    ['parts', 'parts', 'parts'],
    ['full', 'parts', 'full'],
    ['parts', 'full', 'full'],
    ['parts', 'short', 'short'],
    ['pulse', 'parts', 'pulse'],
    ['full', 'short', 'short'],
  ] as const)('%s then %s: on the items of %s', (before, now, expected) => {
    expect(onForm(before, now)).toBe(expected);
  });

  test('its rows are as wide as those of the full form without what that leads to', () => {
    expect(itemIds).toHaveLength(48);
  });
});
