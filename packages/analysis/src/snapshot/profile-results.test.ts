import { auditPeiling } from '@lerend/disclosure';
import { describe, expect, test } from 'vitest';
import { auditedPeiling } from './audited-peiling.ts';
import { makeSnapshot } from './make-snapshot.ts';
import type { ProfileResult } from './profile-result.ts';
import type { AnswerRows, SnapshotInput } from './snapshot-input.ts';
import type { Snapshot } from './snapshot.ts';
import { answersOf, livelyAnswers, peiling, seededChance, unit } from './tests/peiling.ts';

const shifts = { id: 'profile-shifts', bands: 2 };
const tenure = { id: 'profile-tenure', bands: 3 };
const sizes = { top: 8, north: 30, south: 26, east: 24 };
const units = [unit('top', null), unit('north', 'top', 40), unit('south', 'top', 40), unit('east', 'top', 40)];

/** Lively answers of 88 people; by unit the bands of everyone in it. */
function input(bandsOf: (unitId: string, person: number) => readonly number[], change: Partial<SnapshotInput> = {}) {
  const chance = seededChance(7);
  const answers = change.answers ?? Object.entries(sizes).map(([id, n]) => livelyAnswers('full', id, n, chance));
  const rows = answers.map(({ unitId, n }) => ({
    unitId,
    bands: Uint8Array.from(Array.from({ length: n }, (_, person) => bandsOf(unitId, person)).flat()),
  }));
  return peiling({ units, answers, profile: { questions: [shifts], rows }, ...change });
}

const half = (_: string, person: number) => [1 + (person % 2)];
const resultOf = (given: SnapshotInput): ProfileResult | undefined => makeSnapshot(given).profile?.[0];

describe('the result by profile question', () => {
  test('tells each class on each area, of the people who gave that answer', () => {
    const given = input(half);
    const classes = resultOf(given)?.classes ?? [];
    expect(classes.map(({ bands, people }) => [bands, people])).toEqual([
      [[1], 44],
      [[2], 44],
    ]);
    const snapshot = makeSnapshot(given);
    const whole = snapshot.units[0]?.areas ?? [];
    whole.forEach(({ cell }, area) => {
      const cells = classes.map(({ areas }) => areas[area]);
      const people = cells.reduce((sum, one) => sum + (one?.n ?? 0), 0);
      const points = cells.reduce((sum, one) => sum + (one?.n ?? 0) * (one?.score ?? 0), 0);
      expect(people).toBe(cell?.n);
      expect(Math.abs(points / people - (cell?.score ?? 0))).toBeLessThanOrEqual(1);
    });
  });

  test('finds the class that answers lower, within its margin', () => {
    const answers = Object.entries(sizes).map(([id, n]) =>
      answersOf('full', id, n, (person, column) => (person % 2 === 0 ? 2 : 4) + ((person + column) % 3) - 1),
    );
    const [low, high] = resultOf(input(half, { answers }))?.classes ?? [];
    expect(low?.areas[0]).toMatchObject({ n: 44 });
    expect((high?.areas[0]?.score ?? 0) - (low?.areas[0]?.score ?? 0)).toBe(50);
  });

  test('is there, empty, where a class is too small, and absent where nothing was asked', () => {
    const few = input((id, person) => [id === 'north' && person < 9 ? 1 : 2]);
    expect(resultOf(few)).toEqual({ questionId: 'profile-shifts', classes: null });
    const { profile: _profile, ...nothing } = few;
    expect('profile' in makeSnapshot(nothing)).toBe(false);
  });

  test('counts the few who skipped with the largest class, and says so', () => {
    const skipped = input((id, person) => [id === 'top' && person < 3 ? 0 : id === 'east' ? 1 : 1 + (person % 2)]);
    expect(resultOf(skipped)?.classes?.map(({ bands }) => bands)).toEqual([[1, 0], [2]]);
  });

  test('is not told where a class is a team with a few others: taking the team off it would tell of those', () => {
    const nearly = input((id, person) => [id === 'north' || (id === 'east' && person < 4) ? 1 : 2]);
    const classes = resultOf(nearly)?.classes ?? [];
    expect(classes.map(({ people }) => people)).toEqual([34, 54]);
    expect(classes.flatMap(({ areas }) => areas.filter((cell) => cell !== null))).toEqual([]);
    const further = input((id, person) => [id === 'north' || (id === 'east' && person < 12) ? 1 : 2]);
    expect(resultOf(further)?.classes?.[0]?.areas.every((cell) => cell !== null)).toBe(true);
  });

  test('is not told of a second question that nearly parts people as the first one does', () => {
    const alike = input((_, person) => [1 + (person % 2), person === 0 ? 3 : 1 + (person % 2)]);
    const both = { ...alike, profile: { questions: [shifts, tenure], rows: alike.profile?.rows ?? [] } };
    const [first, second] = makeSnapshot(both).profile ?? [];
    expect(first?.classes?.[0]?.areas[0]).not.toBe(null);
    expect(second?.classes?.flatMap(({ areas }) => areas.filter((cell) => cell !== null))).toEqual([]);
  });

  test('stands still when nobody answered, and is an error when bands and answers are not of the same people', () => {
    const nobody = input(half, { answers: [] });
    expect(resultOf(nobody)).toEqual({ questionId: 'profile-shifts', classes: null });
    const given = input(half);
    const rows = given.profile?.rows.slice(1) ?? [];
    expect(() => makeSnapshot({ ...given, profile: { questions: [shifts], rows } })).toThrow('as many profile answers');
  });
});

describe('whoever takes teams off classes', () => {
  /** Of twelve people in north everyone says "altijd"; half of each team works in shifts. */
  const chance = seededChance(11);
  const answers: AnswerRows[] = [
    answersOf('full', 'north', 12, () => 5),
    livelyAnswers('full', 'south', 14, chance),
    livelyAnswers('full', 'east', 14, chance),
  ];
  const given = input(half, { answers });
  const snapshot = makeSnapshot(given);
  const cellOf = (id: string) => snapshot.units.find((one) => one.id === id)?.areas[0]?.cell;

  /** The mean of north, from what two classes add up to less the other two teams. */
  const foundOfNorth = (classes: readonly { n: number; score: number }[]) => {
    const all = classes.reduce((sum, { n, score }) => sum + n * score, 0);
    const others = ['south', 'east'].reduce((sum, id) => sum + (cellOf(id)?.n ?? 0) * (cellOf(id)?.score ?? 0), 0);
    return (all - others) / 12;
  };

  test('finds out that all of a team said "altijd" from the plain means of classes', () => {
    const means = [0, 1].map((band) => {
      const scores = answers.flatMap(({ n, items }) =>
        Array.from({ length: n }, (_, person) => person)
          .filter((person) => person % 2 === band)
          .map((person) => scoreOf(items.subarray(person * 48, person * 48 + 4))),
      );
      const known = scores.filter((score) => score !== null);
      return { n: known.length, score: Math.round(known.reduce((sum, one) => sum + one, 0) / known.length) };
    });
    expect(foundOfNorth(means)).toBeGreaterThan(97);
  });

  test('finds here what the page of the team says, where the end is coded', () => {
    const classes = (snapshot.profile?.[0]?.classes ?? []).flatMap(({ areas }) => areas[0] ?? []);
    expect(classes).toHaveLength(2);
    expect(Math.abs(foundOfNorth(classes) - (cellOf('north')?.score ?? 0))).toBeLessThanOrEqual(4);
    expect(cellOf('north')?.score).toBeLessThanOrEqual(88);
  });

  test('is stopped by the audit where classes are shown as they are', async () => {
    expect(await auditOf(snapshot)).toBe(0);
    const plain = { bands: [1], people: 12, areas: snapshot.areaIds.map(() => ({ n: 12, score: 99, band: 8 })) };
    const told = { ...snapshot, profile: [{ questionId: 'profile-shifts', classes: [plain] }] } as unknown as Snapshot;
    expect(await auditOf(told)).toBeGreaterThan(0);
  });

  async function auditOf(of: Snapshot): Promise<number> {
    return (await auditPeiling(auditedPeiling(given, of))).enclosed;
  }

  function scoreOf(row: Uint8Array): number | null {
    const known = [...row].filter((answer) => answer > 0 && answer < 6);
    return known.length < 2 ? null : (known.reduce((sum, one) => sum + one, 0) / known.length - 1) * 25;
  }
});
