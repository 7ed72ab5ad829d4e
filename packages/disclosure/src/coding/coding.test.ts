import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { narrowestEnclosures, sumOf } from '../../tests/possible-answers.ts';
import type { Histogram, ShownAs } from '../../tests/possible-answers.ts';
import { codedClasses, mayTellClasses } from './coded-classes.ts';
import type { Classes } from './coded-classes.ts';
import { codedMean, rangeTold, windowOfMean, windowOfPart } from './coded-mean.ts';
import { minimumOfSeveral, restOf } from './rest.ts';
import type { Rest } from './rest.ts';

const classesOf = ([one = 0, two = 0, three = 0, four = 0, five = 0]: Histogram): Classes => ({
  favourable: four + five,
  middle: three,
  unfavourable: one + two,
});

/** Six digits: coded figures are sums of quarters. */
const meanScore = (answers: readonly Histogram[], people: number) =>
  (answers.reduce((sum, one) => sum + sumOf(one), 0) / answers.length / people - 1) * 25;

/** As this package shows it, with the classes of the items or without, and with what that tells of the mean. */
function coded(rest: Rest, withItems: boolean): ShownAs {
  const classes = (answers: Histogram) => (withItems ? codedClasses(rest, classesOf(answers)) : null);
  return {
    item: (answers) => {
      const found = classes(answers);
      return found ? `${found.favourable}/${found.middle}/${found.unfavourable}` : '–';
    },
    scale: (answers) => {
      const window = windowOfMean(rest, answers.map(classes));
      const mean = codedMean(meanScore(answers, rest.people), window);
      const told = rangeTold(mean, window);
      return told ? `${told.low.toFixed(6)} to ${told.high.toFixed(6)}, ${mean.toFixed(6)}` : mean.toFixed(6);
    },
  };
}

/** As many tools show it: the exact classes and the mean. */
const uncoded = (rest: Rest): ShownAs => ({
  item: (answers) => Object.values(classesOf(answers)).join('/'),
  scale: (answers) => meanScore(answers, rest.people).toFixed(6),
});

const rest = (people: number, largestSmallGroup = 0): Rest => ({ people, largestSmallGroup });

describe('nobody lies within less than two steps, whatever was answered', () => {
  test.each([5, 6, 7, 8, 10, 12, 15])('in a unit of %i: its score and the classes of one item', (people) => {
    const { narrowest } = narrowestEnclosures(people, 1, 0, coded(rest(people), true));
    expect(narrowest[0]?.steps).toBeGreaterThanOrEqual(2);
  });

  test.each([5, 6, 9])('in a unit of %i: its score alone', (people) => {
    const { narrowest } = narrowestEnclosures(people, 1, 0, coded(rest(people), false));
    expect(narrowest[0]?.steps).toBeGreaterThanOrEqual(2);
  });

  test.each([
    [6, 4],
    [7, 4],
    [9, 4],
    [10, 4],
    [12, 3],
    [11, 1],
    [12, 7],
    [16, 7],
  ])('in a rest of %i with a hidden group of %i', (people, small) => {
    const several = rest(people, small);
    const { narrowest } = narrowestEnclosures(people, 1, small, coded(several, mayTellClasses(several)));
    expect(narrowest[0]?.steps).toBeGreaterThanOrEqual(2);
  });

  test('in a unit of five: the score of two items, and the classes of both', () => {
    const { tried, narrowest } = narrowestEnclosures(5, 2, 0, coded(rest(5), true));
    expect(tried).toBe(126 ** 2);
    expect(narrowest[0]?.steps).toBeGreaterThanOrEqual(2);
  });

  test('not with exact figures: there the answers of all lie open', () => {
    const { narrowest } = narrowestEnclosures(10, 1, 4, uncoded(rest(10, 4)));
    expect(narrowest.map(({ steps }) => steps)).toEqual([0, 0, 0]);
  });

  test('not with a hidden group of four among five, the reason why several units together are six', () => {
    const { narrowest } = narrowestEnclosures(5, 1, 4, coded(rest(5, 4), false));
    expect(narrowest[0]?.steps).toBeLessThan(2);
    expect(minimumOfSeveral(5)).toBe(6);
  });
});

describe('what is shown instead', () => {
  test('a score of five lies between 30 and 70, of thirty between 5 and 95', () => {
    const ends = ([5, 10, 30] as const).map((people) => windowOfMean(rest(people), [null]) ?? { low: NaN, high: NaN });
    expect(ends.map(({ low, high }) => [low.toFixed(6), high.toFixed(6)])).toEqual([
      ['30.000000', '70.000000'],
      ['15.000000', '85.000000'],
      ['5.000000', '95.000000'],
    ]);
    expect(codedMean(12, windowOfMean(rest(10), [null]))).toBeCloseTo(15, 9);
    expect(codedMean(61.25, windowOfMean(rest(10), [null]))).toBe(61.25);
  });

  test('a mean at an end of its window tells that it lies from there to the end of the scale, and no more', () => {
    const window = windowOfMean(rest(5), [null]);
    const told = (score: number) => rangeTold(codedMean(score, window), window);
    const [above, below] = [told(100), told(0)];
    expect([above?.high, below?.low]).toEqual([100, 0]);
    expect(above?.low).toBeCloseTo(70, 9);
    expect(below?.high).toBeCloseTo(30, 9);
    // Fourteen of twenty steps lie at the end themselves, whatever the last digits of a sum.
    for (const score of [70 - 1e-12, 70, 70 + 1e-12, 75]) expect(told(score)).toEqual(above);
    expect(told(65)).toBeNull();
  });

  test('where nothing may be told, or the window leaves one value, not even the side is', () => {
    const all = { low: 0, high: 100 };
    expect(rangeTold(50, null)).toEqual(all);
    expect(rangeTold(62.5, { low: 62.5, high: 62.5 })).toEqual(all);
  });

  test('a class of at most two counts as one, and one of all but two as all but one', () => {
    expect(codedClasses(rest(10), { favourable: 5, middle: 5, unfavourable: 0 })).toMatchObject({
      favourable: 5,
      middle: 4,
      unfavourable: 1,
    });
    expect(codedClasses(rest(10), { favourable: 10, middle: 0, unfavourable: 0 })).toMatchObject({
      favourable: 9,
      middle: 0.5,
      unfavourable: 0.5,
    });
    expect(codedClasses(rest(10), { favourable: 4, middle: 3, unfavourable: 3 })).toMatchObject({
      favourable: 4,
      middle: 3,
      unfavourable: 3,
    });
    expect(codedClasses(rest(4), { favourable: 4, middle: 0, unfavourable: 0 })).toBeNull();
  });

  test('is never more than the untold people off, and adds up', () => {
    const some = fc.record({ favourable: fc.nat(30), middle: fc.nat(30), unfavourable: fc.nat(30), small: fc.nat(4) });
    fc.assert(
      fc.property(some, ({ small, ...classes }) => {
        const people = classes.favourable + classes.middle + classes.unfavourable;
        const found = codedClasses(rest(people, small), classes);
        if (found === null) return;
        const untold = Math.max(2, small);
        expect(found.favourable + found.middle + found.unfavourable).toBe(people);
        expect(Math.abs(found.favourable - classes.favourable)).toBeLessThanOrEqual((3 * untold) / 4);
        expect(Math.abs(found.unfavourable - classes.unfavourable)).toBeLessThanOrEqual((3 * untold) / 4);
        expect(found.lowest).toBeLessThanOrEqual(found.highest);
        expect(windowOfMean(rest(people, small), [found, null, found])).not.toBeNull();
      }),
    );
  });

  test('a part of a scale leaves what is left of it in its own window too', () => {
    const window = windowOfMean(rest(10), [null, null]);
    const shown = windowOfPart({ score: 75, items: 4 }, { window, items: 2 }, window);
    // 2 · 75 − 85: with less, the other two items would lie above 85.
    expect(shown?.low).toBeCloseTo(65, 9);
    expect(shown?.high).toBeCloseTo(85, 9);
  });
});

describe('the largest small group of a rest', () => {
  test('is what whole units can add up to under the minimum', () => {
    expect(restOf([12], 5)).toEqual({ people: 12, largestSmallGroup: 0 });
    expect(restOf([3, 9, 0], 5)).toEqual({ people: 12, largestSmallGroup: 3 });
    expect(restOf([1, 1, 1, 1, 6], 5).largestSmallGroup).toBe(4);
    expect(restOf([2, 3, 7], 5).largestSmallGroup).toBe(3);
    expect(restOf([5, 6], 5).largestSmallGroup).toBe(0);
    expect(restOf([], 5)).toEqual({ people: 0, largestSmallGroup: 0 });
  });
});
