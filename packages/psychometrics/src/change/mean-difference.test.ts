import { describe, expect, test } from 'vitest';
import { differenceInDifferences } from './difference-in-differences.ts';
import { hedgesCorrection, pairedDifference, unpairedDifference } from './mean-difference.ts';

const numbers = (...values: number[]): Float64Array => Float64Array.from(values);
const none = Number.NaN;

describe('the difference of the same people', () => {
  test('counts complete pairs only, second minus first', () => {
    const found = pairedDifference(numbers(1, 2, 3, none, 5), numbers(2, 4, 3, 1, none)).value;
    expect(found).toMatchObject({ n: 3, meanDifference: 1, sd: 1, df: { value: 2 } });
    expect(found?.t.value).toBeCloseTo(Math.sqrt(3), 14);
    expect(found?.dz.value).toBe(1);
    // Two-sided p of t with 2 degrees of freedom: 1 − t / √(2 + t²).
    expect(found?.p.value).toBeCloseTo(1 - Math.sqrt(3) / Math.sqrt(5), 14);
  });

  test('exists without a test when everybody changed as much', () => {
    const found = pairedDifference(numbers(1, 2, 3), numbers(2, 3, 4)).value;
    expect(found).toMatchObject({ meanDifference: 1, sd: 0, standardError: 0 });
    for (const figure of [found?.t, found?.p, found?.interval, found?.dz]) expect(figure?.reason).toBe('noVariance');
  });

  test('is undefined under two pairs', () => {
    expect(pairedDifference(numbers(1, none), numbers(2, 3)).reason).toBe('tooFewPairs');
    expect(pairedDifference(numbers(), numbers()).reason).toBe('tooFewPairs');
  });
});

describe('the difference of different people', () => {
  test('turns its sign with the groups', () => {
    const [one, two] = [numbers(1, 2, 3, 4), numbers(3, 5, 4, none)];
    const there = unpairedDifference(one, two).value;
    const back = unpairedDifference(two, one).value;
    expect(there?.n).toEqual([4, 3]);
    expect(there?.difference).toBe(1.5);
    expect(back?.t.value).toBe(-(there?.t.value ?? Number.NaN));
    expect(back?.p.value).toBe(there?.p.value);
  });

  test('without any spread it has no test, with one answer none at all', () => {
    const found = unpairedDifference(numbers(2, 2), numbers(3, 3, 3)).value;
    expect(found?.difference).toBe(1);
    for (const figure of [found?.t, found?.df, found?.p, found?.interval, found?.hedgesG])
      expect(figure?.reason).toBe('noVariance');
    expect(unpairedDifference(numbers(2), numbers(3, 4)).reason).toBe('tooFewAnswers');
    expect(unpairedDifference(numbers(none), numbers(3, 4)).reason).toBe('noAnswers');
  });

  test('spread in one group is enough', () => {
    const found = unpairedDifference(numbers(2, 2, 2), numbers(3, 4, 5)).value;
    expect(found?.df.value).toBeCloseTo(2, 14);
    expect(found?.t.value).toBeCloseTo(2 * Math.sqrt(3), 14);
  });
});

describe('how much more a group changed', () => {
  const person = Int32Array.from({ length: 8 }, (_, row) => row);
  const inGroup = Uint8Array.of(0, 0, 0, 0, 1, 1, 1, 1);

  test('is the difference of the two changes, whoever answered once included', () => {
    const before = numbers(1, 2, 3, none, 2, 3, 4, none);
    const now = numbers(2, 3, 4, 5, 5, 6, 7, none);
    const found = differenceInDifferences(before, now, inGroup, person).value;
    expect(found?.n).toEqual([3, 4, 3, 3]);
    expect(found?.difference).toBe(6 - 3 - (3.5 - 2));
    expect(found?.degreesOfFreedom).toBe(6);
  });

  test('is undefined with an empty cell, few clusters, or no spread', () => {
    const empty = numbers(1, 2, 3, 4, none, none, none, none);
    const full = numbers(1, 2, 3, 4, 5, 6, 7, 8);
    expect(differenceInDifferences(empty, full, inGroup, person).reason).toBe('noAnswers');
    expect(differenceInDifferences(full, full, inGroup, Int32Array.from(inGroup)).reason).toBe('tooFewUnits');
    const flat = full.map((_, row) => inGroup[row] ?? 0);
    expect(differenceInDifferences(flat, flat, inGroup, person).reason).toBe('noVariance');
  });
});

test("Hedges' correction is exact: closed forms for few degrees of freedom, 1 − 3/(4m) for many", () => {
  // Γ(1) / (√1 Γ(1/2)) = 1/√π; Γ(3/2) / (√(3/2) Γ(1)) = √π/2 / √(3/2); Γ(2) / (√2 Γ(3/2)) = √(2/π).
  expect(hedgesCorrection(2)).toBeCloseTo(1 / Math.sqrt(Math.PI), 14);
  expect(hedgesCorrection(3)).toBeCloseTo(Math.sqrt(Math.PI) / 2 / Math.sqrt(1.5), 14);
  expect(hedgesCorrection(4)).toBeCloseTo(Math.sqrt(2 / Math.PI), 14);
  expect(hedgesCorrection(1e6)).toBeCloseTo(1 - 0.75e-6, 11);
});
