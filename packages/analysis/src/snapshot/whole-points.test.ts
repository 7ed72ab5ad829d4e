import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wholePoints } from './whole-points.ts';

test('halves go up', () => {
  expect([27.5, 27.499_999_999_999_9, 27.500_000_000_000_1].map(wholePoints)).toEqual([28, 28, 28]);
  expect([27.49, 28.4].map(wholePoints)).toEqual([27, 28]);
});

test('the order in which scores are added changes nothing', () => {
  const scores = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 16 }), fc.constantFrom(2, 3, 4)).map(([sum, items]) => (25 * sum) / items),
    { minLength: 2, maxLength: 40 },
  );
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  fc.assert(
    fc.property(scores, (values) => {
      expect(wholePoints(mean(values.toReversed()) / 4)).toBe(wholePoints(mean(values) / 4));
    }),
  );
});
