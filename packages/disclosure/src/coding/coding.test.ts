import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { narrowestEnclosures, sumOf } from '../../tests/possible-answers.ts';
import type { Histogram, ShownAs } from '../../tests/possible-answers.ts';
import { codedClasses, mayTellClasses } from './coded-classes.ts';
import type { Classes } from './coded-classes.ts';
import { codedMean, windowOfMean, windowOfPart } from './coded-mean.ts';
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

/** As this package shows it, with the classes of the items or without. */
function coded(rest: Rest, withItems: boolean): ShownAs {
  const classes = (answers: Histogram) => (withItems ? codedClasses(rest, classesOf(answers)) : null);
  return {
    item: (answers) => {
      const found = classes(answers);
      return found ? `${found.favourable}/${found.middle}/${found.unfavourable}` : '–';
    },
    scale: (answers) =>
      Number(codedMean(meanScore(answers, rest.people), windowOfMean(rest, answers.map(classes))).toFixed(6)),
  };
}

/** As many tools show it: the exact classes and the mean. */
const uncoded = (rest: Rest): ShownAs => ({
  item: (answers) => Object.values(classesOf(answers)).join('/'),
  scale: (answers) => Number(meanScore(answers, rest.people).toFixed(6)),
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
