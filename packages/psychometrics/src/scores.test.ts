import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numberColumn, optionColumn, reverseColumn } from './answer-column.ts';
import { correlationMatrix } from './correlation-matrix.ts';
import { itemStatistics } from './item-statistics.ts';
import { personScores, scoreFromMean } from './person-scores.ts';

const answer = fc.option(fc.integer({ min: 0, max: 10 }));

describe('items', () => {
  test('nobody answered: everything but the counts is undefined', () => {
    const outcome = itemStatistics(optionColumn([null, null], 1, 5));
    expect(outcome).toEqual({
      n: 0,
      missing: 2,
      mean: { value: null, reason: 'noAnswers' },
      sd: { value: null, reason: 'noAnswers' },
      counts: { value: [0, 0, 0, 0, 0] },
    });
  });

  test('one answer has a mean and no sd; a constant item has sd 0', () => {
    expect(itemStatistics(optionColumn([4, null], 1, 5)).sd).toEqual({ value: null, reason: 'tooFewAnswers' });
    expect(itemStatistics(optionColumn([4, 4, 4], 1, 5)).sd.value).toBe(0);
    expect(itemStatistics(numberColumn([0.1, 0.1, 0.1], 0, 1)).sd.value).toBe(0);
  });

  test('a scale may begin at zero: 0 is an answer, not a missing one', () => {
    const outcome = itemStatistics(optionColumn([0, 0, 10, null], 0, 10));
    expect(outcome).toMatchObject({ n: 3, missing: 1 });
    expect(outcome.counts.value?.[0]).toBe(2);
    expect(outcome.mean.value).toBeCloseTo(10 / 3, 14);
  });

  test('any numbers have no counts', () => {
    expect(itemStatistics(numberColumn([2.5, 3.25], 0, 10)).counts).toEqual({ value: null, reason: 'notInteger' });
  });

  test('reversing twice gives the answers back, reversing once mirrors the mean', () => {
    fc.assert(
      fc.property(fc.array(answer, { minLength: 1 }), (answers) => {
        const column = optionColumn(answers, 0, 10);
        expect(reverseColumn(reverseColumn(column))).toEqual(column);
        const mean = itemStatistics(column).mean.value;
        if (mean !== null) expect(itemStatistics(reverseColumn(column)).mean.value).toBeCloseTo(10 - mean, 12);
      }),
    );
  });

  test('an answer outside the scale is refused', () => {
    expect(() => optionColumn([6], 1, 5)).toThrow(RangeError);
    expect(() => optionColumn([2.5], 1, 5)).toThrow(RangeError);
    expect(() => numberColumn([-1], 0, 1)).toThrow(RangeError);
  });
});

describe('scores of persons', () => {
  test('need half of the items, and are the mean of those answered', () => {
    const items = [
      [5, 1, null, null],
      [4, null, 2, null],
      [3, null, null, null],
      [4, 2, null, null],
    ].map((answers) => optionColumn(answers, 1, 5));
    expect(Array.from(personScores(items))).toEqual([4, 1.5, Number.NaN, Number.NaN]);
  });

  test('run from 0 to 100 over the answers possible', () => {
    expect([1, 3, 5].map((mean) => scoreFromMean(mean, 1, 5))).toEqual([0, 50, 100]);
    expect(scoreFromMean(0, -3, 3)).toBe(50);
  });
});

describe('correlations of scales', () => {
  test('are 1 with itself, symmetric, and undefined for a scale that doesn’t vary', () => {
    const [a, b, constant] = [
      [1, 2, 4, Number.NaN],
      [4, 3, 1, 2],
      [2, 2, 2, 2],
    ].map((scores) => Float64Array.from(scores));
    const matrix = correlationMatrix([a as Float64Array, b as Float64Array, constant as Float64Array]);
    expect(matrix[0]?.[0]?.value).toBe(1);
    expect(matrix[0]?.[1]?.value).toBeCloseTo(-1, 12);
    expect(matrix[1]?.[0]).toEqual(matrix[0]?.[1]);
    expect(matrix[2]?.[0]).toEqual({ value: null, reason: 'noVariance' });
    expect(correlationMatrix([Float64Array.of(1)])[0]?.[0]).toEqual({ value: null, reason: 'tooFewPairs' });
  });
});
