import { itemFunctioning, numberStatistics } from '@lerend/psychometrics';
import { describe, expect, test } from 'vitest';
import { itemsByGroup, mayTestItems } from './items-by-group.ts';
import type { ItemsInput } from './items-by-group.ts';
import { makeSnapshot } from './make-snapshot.ts';
import type { AnswerRows } from './snapshot-input.ts';
import { snapshotForm } from './snapshot-form.ts';
import { livelyAnswers, peiling, seededChance, unit } from './tests/peiling.ts';
import { withItemsByGroup } from './with-items-by-group.ts';

const { itemIds, areas } = snapshotForm('full');
const itemsOfAreas = areas.reduce((sum, { columns }) => sum + columns.length, 0);
const width = itemIds.length;
const teams = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const units = [unit('top', null, 0), ...teams.map((id) => unit(id, 'top', 140))];
const perTeam = 120;

/** Eight teams of 120, in bands that go round; `change` answers once more for somebody in a band. */
function input(
  bandOf: (person: number, team: number) => number,
  change: (band: number, row: Uint8Array, person: number, team: number) => void = () => undefined,
  bands = 2,
  seed = 5,
): ItemsInput {
  const chance = seededChance(seed);
  const answers = teams.map((id): AnswerRows => livelyAnswers('full', id, perTeam, chance));
  const rows = teams.map((unitId, team) => ({
    unitId,
    bands: Uint8Array.from({ length: perTeam }, (_, person) => bandOf(person, team)),
  }));
  answers.forEach(({ items }, team) =>
    rows[team]?.bands.forEach((band, person) =>
      change(band, items.subarray(person * width, (person + 1) * width), person, team),
    ),
  );
  return { form: 'full', units, answers, profile: { questions: [{ id: 'profile-shifts', bands }], rows } };
}

const byTurns = (person: number): number => 1 + (person % 2);
const moved = (answer: number, by: number): number =>
  answer < 1 || answer > 5 ? answer : Math.min(5, Math.max(1, answer + by));
const differing = (given: ItemsInput) => itemsByGroup(given)[0]?.found?.differing;

describe('items that one group answers differently', () => {
  test('are named, with the group and where it lies, and no other is', () => {
    const lower = input(byTurns, (band, row) => {
      if (band === 1) row[0] = moved(row[0] ?? 0, -1);
    });
    expect(differing(lower)).toEqual([{ itemId: itemIds[0], band: 1, direction: 'lower' }]);
    const [one] = itemsByGroup(lower);
    expect(one?.found?.tested).toBe(itemsOfAreas);
    expect(one?.fewest).toBeGreaterThanOrEqual(200);
  });

  test('are not there when a group is lower on everything: that is a difference in what people meet, not in a question', () => {
    expect(
      differing(
        input(byTurns, (band, row) => {
          if (band === 1) row.forEach((answer, at) => (row[at] = moved(answer, -1)));
        }),
      ),
    ).toEqual([]);
  });

  test('say of three groups which one lies apart', () => {
    const three = input(
      (person) => 1 + (person % 3),
      (band, row) => {
        if (band === 3) row[5] = moved(row[5] ?? 0, 1);
      },
      3,
    );
    expect(differing(three)).toEqual([{ itemId: itemIds[5], band: 3, direction: 'higher' }]);
  });

  test('have no direction where a group answers one without regard to the rest of the area', () => {
    const chance = seededChance(2);
    const apart = input(byTurns, (band, row) => {
      if (band === 2) row[9] = [2, 3, 4, 4][Math.floor(4 * chance())] ?? 3;
    });
    expect(differing(apart)).toEqual([{ itemId: itemIds[9], band: 1, direction: 'neither' }]);
  });

  test('are one of an area at most: what differs much makes the others seem to differ the other way', () => {
    const apart = input(byTurns, (band, row) => {
      if (band === 1) row[0] = moved(row[0] ?? 0, -2);
    });
    expect(differing(apart)).toEqual([{ itemId: itemIds[0], band: 1, direction: 'lower' }]);
    const never = input(byTurns, (band, row) => {
      if (band === 1) row[0] = 1;
    });
    // Foretold without doubt: no model, and so nothing about the area, rather than the wrong item of it.
    expect(itemsByGroup(never)[0]?.found).toEqual({
      tested: itemsOfAreas - (areas[0]?.columns.length ?? 0),
      differing: [],
    });
  });

  test('are not looked for in groups under two hundred, in a form in parts, or in areas of fewer than three items', () => {
    const few = input((person, team) => (team === 0 || (team === 1 && person < 60) ? 1 : 2));
    expect(mayTestItems(few)).toBe(false);
    expect(itemsByGroup(few)).toEqual([{ questionId: 'profile-shifts', fewest: 0, found: null }]);
    expect(mayTestItems(input(byTurns))).toBe(true);
    expect(mayTestItems({ ...input(byTurns), form: 'parts' })).toBe(false);
  });

  test('stand in the result, or that there are too few people does', () => {
    const given = input(byTurns);
    const snapshot = makeSnapshot(peiling(given));
    expect(withItemsByGroup(snapshot, itemsByGroup(given)).profile?.[0]?.items).toEqual({
      tested: itemsOfAreas,
      differing: [],
    });
    const [found] = itemsByGroup(given);
    const fewer = found ? [{ ...found, fewest: 199 }] : [];
    expect(withItemsByGroup(snapshot, fewer).profile?.[0]?.items).toBe(null);
    expect(withItemsByGroup(snapshot, []).profile?.[0]?.items).toBe(null);
    expect(withItemsByGroup(makeSnapshot({ ...peiling(given), profile: undefined as never }), []).profile).toBe(
      undefined,
    );
  });
});

/** Ten people in shifts in one team; did nearly all say "never" to one item, or what people usually say? */
describe('whoever reads the list for what ten people answered', () => {
  const seeds = [1, 2, 3, 4, 5, 6];
  const isOfTen = (person: number, team: number): boolean => team === 0 && person < 10;
  /** They answered the area whole, so that nobody drops out of what is compared. */
  const saidUsual = (_: number, row: Uint8Array, person: number, team: number): void => {
    if (isOfTen(person, team)) row.subarray(0, 4).forEach((answer, at) => (row[at] = answer % 9 === 0 ? 3 : answer));
  };
  const saidNever = (band: number, row: Uint8Array, person: number, team: number): void => {
    saidUsual(band, row, person, team);
    if (isOfTen(person, team)) row[0] = person === 0 ? 2 : 1;
  };

  test('finds it out where groups of ten are compared, and how far apart they lie is told', () => {
    const told = (given: ItemsInput): boolean => {
      const rows = given.answers.flatMap(({ items }, team) =>
        Array.from({ length: perTeam }, (_, person) => ({
          answers: [...items.subarray(person * width, person * width + 4)],
          isOfTen: isOfTen(person, team),
        })),
      );
      const whole = rows.filter(({ answers }) => answers.every((answer) => answer > 0 && answer < 6));
      const scores = Float64Array.from(whole, ({ answers }) => answers.reduce((sum, one) => sum + one, 0));
      const { mean, sd } = numberStatistics(scores);
      const people = {
        score: scores.map((score) => (score - (mean.value ?? 0)) / (sd.value ?? 1)),
        group: Int32Array.from(whole, (one) => (one.isOfTen ? 1 : 0)),
        groups: 2,
      };
      const answers = Int32Array.from(whole, (one) => (one.answers[0] ?? 1) - 1);
      const found = itemFunctioning(people, answers, null).value;
      // That it can't be worked out says as much: in this group the answer is foretold.
      return found === null || (found.logOdds[0]?.value ?? 0) < -2;
    };
    expect(seeds.map((seed) => told(input(byTurns, saidNever, 2, seed)))).toEqual(seeds.map(() => true));
    expect(seeds.map((seed) => told(input(byTurns, saidUsual, 2, seed)))).toEqual(seeds.map(() => false));
  });

  test('reads the same here, whatever they said', () => {
    const inOne = (person: number, team: number): number => (isOfTen(person, team) ? 1 : byTurns(person));
    for (const seed of seeds) {
      const usual = itemsByGroup(input(inOne, saidUsual, 2, seed));
      expect(JSON.stringify(itemsByGroup(input(inOne, saidNever, 2, seed)))).toBe(JSON.stringify(usual));
    }
  });
});
