import { formNames } from '@lerend/instrument';
import { describe, expect, test } from 'vitest';
import { foresee } from './foresee.ts';
import type { ForesightInput } from './foresight-input.ts';
import { madeTree } from './tests/made-organisation.ts';
import { literatureAssumptions } from './variance-assumptions.ts';
import { seededChance } from './seeded-chance.ts';

const all = { low: 1, expected: 1, high: 1 };
const about60 = { low: 0.45, expected: 0.6, high: 0.75 };
const { person, residual } = literatureAssumptions;

function foreseen(change: Partial<ForesightInput>) {
  return foresee({
    units: madeTree(3, [6, 9, 14, 22]),
    response: about60,
    forms: ['full', 'short', 'pulse'],
    minimumGroupSize: 5,
    assumptions: { ...literatureAssumptions, unanswered: 0 },
    chance: seededChance(1),
    ...change,
  });
}

const formOf = (result: ReturnType<typeof foreseen>, form: string) => result.forms.find((one) => one.form === form);

describe('which units get a figure', () => {
  test('one of six of whom half answer: as often as five or six of six come up, 7 in 64', () => {
    const chances = [1, 2, 3, 4, 5].map((seed) => {
      const units = [{ id: 'one', parentId: null, invited: 6 }];
      const result = foreseen({ units, response: { low: 0.5, expected: 0.5, high: 0.5 }, chance: seededChance(seed) });
      return result.forms[0]?.units[0]?.chanceOfFigure ?? 0;
    });
    // A thousand draws: a standard error of 0.01.
    expect(chances.reduce((sum, one) => sum + one, 0) / chances.length).toBeCloseTo(7 / 64, 1);
  });

  test('a team that is large enough is hidden where its neighbour of four could be worked out', () => {
    const units = [
      { id: 'top', parentId: null, invited: 0 },
      { id: 'small', parentId: 'top', invited: 4 },
      { id: 'large', parentId: 'top', invited: 12 },
    ];
    const { forms } = foreseen({ units, response: all });
    expect(forms[0]?.units.map(({ chanceOfFigure }) => chanceOfFigure)).toEqual([0, 0]);
    expect(forms[0]?.whole?.chanceOfFigure).toBe(1);
    expect(forms[0]?.usualUnit).toBeNull();
  });

  test('a unit whose people are counted above it never gets a figure, and its people count there', () => {
    const units = [
      { id: 'top', parentId: null, invited: 0 },
      { id: 'small', parentId: 'top', invited: 6 },
      { id: 'large', parentId: 'top', invited: 12 },
    ];
    const groupOf = new Map([['small', 'top']]);
    const joined = foreseen({ units, response: all, groupOf }).forms[0];
    expect(joined?.units.map(({ isJoined, invited, chanceOfFigure }) => [isJoined, invited, chanceOfFigure])).toEqual([
      [true, 0, 0],
      [false, 12, 1],
    ]);
    expect(joined?.whole).toMatchObject({ isJoined: false, invited: 18 });
    expect(foreseen({ units, response: all }).forms[0]?.units.map(({ chanceOfFigure }) => chanceOfFigure)).toEqual([
      1, 1,
    ]);
  });

  test('more response, more figures; a greater minimum, fewer', () => {
    const { withFigure } = formOf(foreseen({}), 'full') ?? {};
    expect(withFigure?.low).toBeLessThan(withFigure?.expected ?? 0);
    expect(withFigure?.expected).toBeLessThan(withFigure?.high ?? 0);
    const strict = formOf(foreseen({ minimumGroupSize: 10 }), 'full');
    expect(strict?.withFigure.expected).toBeLessThan(withFigure?.expected ?? 0);
  });

  test('a unit that answers worse than the others is foreseen by its own response', () => {
    const byUnit = new Map([['department-0-team-3', 0.05]]);
    const units = formOf(foreseen({ response: { ...about60, byUnit } }), 'full')?.units ?? [];
    const chance = (id: string) => units.find((one) => one.id === id)?.chanceOfFigure ?? 0;
    expect(chance('department-0-team-3')).toBeLessThan(0.1);
    expect(chance('department-1-team-3')).toBeGreaterThan(0.9);
  });

  test('items only from ten answers, and a minimum of two is refused its effect', () => {
    const units = [{ id: 'one', parentId: null, invited: 9 }];
    const result = foreseen({ units, response: all, minimumGroupSize: 2 });
    expect(result.minimumGroupSize).toBe(5);
    expect(result.forms[0]?.units[0]).toMatchObject({ chanceOfFigure: 1, chanceOfItems: 0 });
  });
});

describe('how wide', () => {
  const units = [{ id: 'one', parentId: null, invited: 100 }];

  test('when everyone answers, the people here now are known but for the error of measurement', () => {
    // full: 1.96 √(446 / 4 / 100) = 2.07 → class 3. Pulse: 1.96 √(446 / 100) = 4.1 → class 6.
    const result = foreseen({ units, response: all });
    expect(result.forms.map(({ whole }) => whole?.usual?.now)).toEqual([3, 3, 6]);
  });

  test('next time other people may answer: a change has to overcome their chance twice', () => {
    const result = foreseen({ units, response: all });
    expect(1.96 * Math.sqrt((person + residual / 4) / 100)).toBeCloseTo(3.89, 1);
    // So class 4; √(4² + 4²) = 5.7, rounded up 6; what shows is 7.
    expect(formOf(result, 'full')?.whole?.usual?.smallestChange).toBe(7);
  });

  test('about the climate nothing more is known than about now, as long as there are fewer than five units', () => {
    const { forms } = foreseen({ units, response: all });
    expect(forms.map(({ whole }) => whole?.usual?.climate)).toEqual(forms.map(({ whole }) => whole?.usual?.now));
  });

  test('fewer items are never surer, and narrower margins name a level more often', () => {
    const [full, short, pulse] = foreseen({}).forms.map(({ usualUnit }) => usualUnit);
    expect(full?.now).toBeLessThanOrEqual(short?.now ?? 0);
    expect(short?.now).toBeLessThanOrEqual(pulse?.now ?? 0);
    const larger = formOf(foreseen({ units: madeTree(3, [60, 90, 140, 220]) }), 'full')?.usualUnit;
    expect(larger?.levelAlone).toBeGreaterThan(full?.levelAlone ?? 1);
  });

  test('costs what everyone answers together', () => {
    const result = foreseen({ units, response: { low: 0.4, expected: 0.5, high: 0.6 } });
    expect(result).toMatchObject({ invited: 100, respondents: 50 });
    expect(result.forms.map(({ answers }) => answers)).toEqual([2400, 1100, 550]);
  });
});

test('the same chance gives the same foresight, and a response of 130 % is refused', () => {
  expect(foreseen({})).toEqual(foreseen({}));
  expect(() => foreseen({ response: { low: 0.5, expected: 1.3, high: 1 } })).toThrow(RangeError);
  expect(foreseen({ units: [] }).forms[0]).toMatchObject({ whole: null, units: [], usualUnit: null, answers: 0 });
});

test('500 units in all forms take less than 0.3 s of a processor, so that a page can wait for it', () => {
  const units = madeTree(
    20,
    [8, 9, 11, 12, 14, 15, 17, 18, 20, 22, 8, 9, 11, 12, 14, 15, 17, 18, 20, 22, 7, 6, 30, 26],
  );
  expect(units).toHaveLength(501);
  const took = [1, 2, 3].map(() => {
    const before = process.cpuUsage();
    foreseen({ units, forms: formNames });
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  // The best of three: the first one is also compiled.
  expect(Math.min(...took)).toBeLessThan(300);
});
