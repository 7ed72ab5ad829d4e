import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { optionColumn } from './answer-column.ts';
import { intraclassCorrelation } from './intraclass-correlation.ts';
import { clusteredMean, finitePopulationMean, independentMean } from './mean-interval.ts';
import { randomInterceptModel } from './random-intercept.ts';
import { summary, uniformVariance, withinGroupAgreement } from './unit-agreement.ts';
import { unitSums } from './unit-index.ts';
import type { UnitSums } from './unit-index.ts';
import { unitSpread } from './unit-spread.ts';

function sums(...units: readonly (readonly number[])[]): UnitSums {
  const scores = Float64Array.from(units.flat());
  const unit = Int32Array.from(units.flatMap((members, index) => members.map(() => index)));
  return unitSums(scores, { unit, count: units.length });
}

describe('units on hard input', () => {
  test('all units of one person: between is known, within is not', () => {
    const outcome = intraclassCorrelation(sums([1], [2], [4]));
    expect(outcome.icc1).toEqual({ value: null, reason: 'noReplication' });
    expect(outcome.F).toEqual({ value: null, reason: 'noReplication' });
    expect(outcome.msBetween.value).toBeCloseTo(7 / 3, 12);
    expect(randomInterceptModel(sums([1], [2], [4]))).toEqual({ value: null, reason: 'noReplication' });
  });

  test('one unit, or none, can’t be compared', () => {
    // R: deviance(lm(c(1, 2, 3) ~ 1)) / df.residual(lm(c(1, 2, 3) ~ 1)) is 2 / 2.
    expect(intraclassCorrelation(sums([1, 2, 3]))).toMatchObject({
      icc1: { value: null, reason: 'tooFewUnits' },
      msWithin: { value: 1 },
      dfBetween: { value: 0 },
      dfWithin: { value: 2 },
    });
    expect(intraclassCorrelation(sums()).k0).toEqual({ value: null, reason: 'noUnits' });
    expect(randomInterceptModel(sums([1, 2, 3]))).toEqual({ value: null, reason: 'tooFewUnits' });
  });

  test('everybody alike: no variance to divide, also when a third can’t be written exactly', () => {
    const third = 7 / 3;
    const same = sums([third, third, third], [third, third], [third]);
    expect(intraclassCorrelation(same).icc2).toEqual({ value: null, reason: 'noVariance' });
    expect(intraclassCorrelation(same).F).toEqual({ value: null, reason: 'noVariance' });
    expect(randomInterceptModel(same)).toEqual({ value: null, reason: 'noVariance' });
  });

  test('a unit without scores changes nothing, and gets the grand mean', () => {
    const three = [
      [1, 2, 2],
      [3, 4, 5, 4],
      [2, 3],
    ];
    expect(intraclassCorrelation(sums(...three, []))).toEqual(intraclassCorrelation(sums(...three)));
    const model = randomInterceptModel(sums(...three, [])).value;
    expect(model?.shrunkMeans[3]).toBe(model?.grandMean);
  });

  test('units that differ less than chance make them shrink wholly to the grand mean', () => {
    const model = randomInterceptModel(sums([1, 3, 5], [1, 3, 5], [1, 3, 5])).value;
    expect(model?.betweenVariance).toBe(0);
    expect(Array.from(model?.shrunkMeans ?? [])).toEqual([3, 3, 3]);
    expect(model?.standardErrors[0]).toBeGreaterThan(0);
  });

  test('one person more or less alike: agreement from 0 to 1, undefined for a unit of one', () => {
    const uniform = uniformVariance(5);
    expect(uniform).toBe(2);
    expect(withinGroupAgreement(1, 0, 4, uniform)).toEqual({ value: null, reason: 'tooFewAnswers' });
    expect(withinGroupAgreement(4, 0, 4, uniform).value).toBe(1);
    expect(withinGroupAgreement(4, 3.5, 4, uniform).value).toBe(0);
    expect(summary([{ value: null, reason: 'tooFewAnswers' }]).median).toEqual({
      value: null,
      reason: 'noReplication',
    });
  });

  test('seven options: the uniform variance is that of a die with seven sides', () => {
    expect(uniformVariance(7)).toBe(4);
    const columns = [optionColumn([1, 7, 4, 4], 1, 7), optionColumn([4, 4, 4, null], 1, 7)];
    const spread = unitSpread(columns, { unit: Int32Array.of(0, 0, 0, 0), count: 1 });
    // The fourth person left one item out. Variances 9 and 0; distances from the mean 3, 3, 0 and none.
    expect(spread.n[0]).toBe(3);
    expect(spread.meanVariance[0]).toBeCloseTo(4.5, 12);
    expect(spread.averageDeviation[0]).toBeCloseTo(1, 12);
  });
});

describe('intervals on hard input', () => {
  test('under five units an interval over units is undefined', () => {
    expect(clusteredMean(sums([1, 2], [2, 3], [3, 3], [1, 5]))).toEqual({ value: null, reason: 'tooFewUnits' });
    expect(clusteredMean(sums([1, 2], [2, 3], [3, 3], [1, 5], [2])).value?.degreesOfFreedom).toBe(4);
  });

  test('one person, or nobody, has no interval', () => {
    expect(independentMean(1, 3, 0)).toEqual({ value: null, reason: 'tooFewAnswers' });
    expect(independentMean(0, 0, 0)).toEqual({ value: null, reason: 'noAnswers' });
  });

  test('when everybody answered, the mean of the people here now is certain', () => {
    const outcome = finitePopulationMean(sums([1, 2, 5], [4]), Float64Array.of(3, 1)).value;
    expect(outcome?.interval).toEqual([3, 3]);
  });

  test('one answer from a larger unit leaves that unit’s spread unknown', () => {
    expect(finitePopulationMean(sums([1, 2, 5], [4]), Float64Array.of(6, 2))).toEqual({
      value: null,
      reason: 'unitOfOne',
    });
    expect(() => finitePopulationMean(sums([1, 2, 5]), Float64Array.of(2))).toThrow(RangeError);
  });

  test('clusters of one person each give the interval of independent people', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 1, max: 5, noNaN: true }), { minLength: 5, maxLength: 40 }), (scores) => {
        const units = sums(...scores.map((score) => [score]));
        const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
        const squares = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0);
        const clustered = clusteredMean(units).value;
        const independent = independentMean(scores.length, mean, squares).value;
        expect(clustered?.standardError).toBeCloseTo(independent?.standardError ?? -1, 10);
      }),
    );
  });
});
