import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bandClasses, bandClassOf, effectiveMinimum, itemCellOf, mayCompareRosters, mayShowComments } from './index.ts';
import { mayShowProfileClass, publishResponse, renewedResponse, responseBand } from './index.ts';

describe('the minimum group of a peiling', () => {
  test('may be raised, never lowered', () => {
    expect(effectiveMinimum(8)).toBe(8);
    expect(effectiveMinimum(5)).toBe(5);
    expect(effectiveMinimum(1)).toBe(5);
    expect(() => effectiveMinimum(4.5)).toThrow(RangeError);
  });
});

describe('what needs more than a score needs', () => {
  test('comments: ten respondents and five writers', () => {
    expect(mayShowComments(10, 5)).toBe(true);
    expect(mayShowComments(9, 9)).toBe(false);
    expect(mayShowComments(40, 4)).toBe(false);
  });

  test('a profile class: ten inside it and ten outside', () => {
    expect(mayShowProfileClass(10, 20)).toBe(true);
    expect(mayShowProfileClass(9, 100)).toBe(false);
    expect(mayShowProfileClass(95, 100)).toBe(false);
  });

  test('a change: the same people invited, or five or more others', () => {
    expect([0, 1, 4, 5, 30].map(mayCompareRosters)).toEqual([true, false, false, true, true]);
  });
});

describe('a band class', () => {
  test('is never narrower than the half-width, up to half the scale', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 50, noNaN: true }), (halfWidth) => {
        expect(bandClassOf(halfWidth)).toBeGreaterThanOrEqual(halfWidth);
        expect(bandClasses).toContain(bandClassOf(halfWidth));
      }),
    );
    expect(bandClassOf(Number.POSITIVE_INFINITY)).toBe(50);
    expect(() => bandClassOf(Number.NaN)).toThrow(RangeError);
  });
});

describe('answers in three classes', () => {
  test('add up to 100 and lie within one of the exact share', () => {
    const classes = fc.record({ favourable: fc.nat(500), middle: fc.nat(500), unfavourable: fc.nat(500) });
    fc.assert(
      fc.property(classes, fc.nat({ max: 100 }), (answers, dontKnow) => {
        const cell = itemCellOf(answers, dontKnow);
        const n = answers.favourable + answers.middle + answers.unfavourable;
        expect(cell === undefined).toBe(n === 0);
        if (cell === undefined) return;
        expect(cell.favourable + cell.middle + cell.unfavourable).toBe(100);
        const exact = (100 * answers.favourable) / n;
        expect(Math.abs(cell.favourable - exact)).toBeLessThan(1);
      }),
    );
  });

  test('count "weet ik niet" apart', () => {
    expect(itemCellOf({ favourable: 9, middle: 3, unfavourable: 3 }, 5)).toEqual({
      n: 15,
      favourable: 60,
      middle: 20,
      unfavourable: 20,
      dontKnow: 25,
    });
  });
});

describe('response while a peiling is open', () => {
  test('comes in quarters, from twenty invited', () => {
    expect(responseBand(19, 19)).toBeUndefined();
    expect([0, 4, 5, 9, 10, 14, 15, 20].map((answered) => responseBand(20, answered))).toEqual([
      'under-a-quarter',
      'under-a-quarter',
      'a-quarter-to-half',
      'a-quarter-to-half',
      'half-to-three-quarters',
      'half-to-three-quarters',
      'over-three-quarters',
      'over-three-quarters',
    ]);
  });

  test('an answer changes the band at most once in five', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 400 }), (invited) => {
        const bands = Array.from({ length: invited + 1 }, (_, answered) => responseBand(invited, answered));
        const steps = bands.flatMap((band, answered) =>
          answered > 0 && band !== bands[answered - 1] ? [answered] : [],
        );
        expect(steps).toHaveLength(3);
        expect(steps.every((step, index) => step - (steps[index - 1] ?? 0) >= 5)).toBe(true);
      }),
    );
    expect(() => responseBand(20, -1)).toThrow(RangeError);
  });
});

test('the response of people whose number was given is told as that of a unit, and not where the number can’t be right', () => {
  expect(publishResponse(40, 19)).toBe('a-quarter-to-half');
  expect(publishResponse(19, 12)).toBe(null);
  expect(publishResponse(40, 41)).toBe(null);
});

describe('response from one day to the next', () => {
  test('moves by five people or more, or not at all, however often somebody looks', () => {
    const days = fc.array(fc.nat({ max: 8 }), { maxLength: 40 });
    fc.assert(
      fc.property(days, (perDay) => {
        let [answered, shownFrom] = [0, 0];
        for (const more of perDay) {
          answered += more;
          const before = shownFrom;
          shownFrom = renewedResponse(shownFrom, answered);
          expect(shownFrom === before || shownFrom - before >= 5).toBe(true);
          expect(answered - shownFrom).toBeLessThan(5);
        }
      }),
    );
  });

  test('shows one person on an edge when it is taken from the count itself: the naive rule tells', () => {
    expect(responseBand(20, 9)).not.toBe(responseBand(20, 10));
    expect(responseBand(20, renewedResponse(9, 10))).toBe(responseBand(20, 9));
  });

  test('is made of counts', () => {
    expect(() => renewedResponse(2, 2.5)).toThrow(RangeError);
  });
});
