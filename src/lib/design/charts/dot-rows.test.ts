import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dotRows } from './dot-rows.ts';

const values = fc.array(fc.double({ min: -20, max: 120, noNaN: true }), { minLength: 20, maxLength: 20 });
const boundaries = fc.constantFrom([], [0, 37.5, 62.5, 75], [0, 37.5, 62.5]);
const within = (value: number) => Math.min(100, Math.max(0, value));

describe('dotRows', () => {
  test('every value becomes one dot, inside the gauge', () => {
    fc.assert(
      fc.property(values, boundaries, (dots, cuts) => {
        const places = dotRows(dots, cuts, 3);
        expect(places.map(({ value }) => value).sort((a, b) => a - b)).toEqual([...dots].sort((a, b) => a - b));
        for (const { height } of places) expect(height > 0 && height < 100).toBe(true);
      }),
    );
  });

  test('a dot is drawn in the level in which its value lies', () => {
    fc.assert(
      fc.property(values, (dots) => {
        const cuts = [37.5, 62.5, 75];
        const level = (height: number) => cuts.filter((cut) => cut <= height).length;
        for (const { value, height } of dotRows(dots, cuts, 3)) expect(level(height)).toBe(level(within(value)));
      }),
    );
  });

  test('dots of one row stand in lanes of their own, and rows keep their distance', () => {
    fc.assert(
      fc.property(values, boundaries, (dots, cuts) => {
        const places = dotRows(dots, cuts, 3);
        expect(new Set(places.map(({ height, lane }) => `${height}/${lane}`)).size).toBe(dots.length);
        const heights = [...new Set(places.map(({ height }) => height))].sort((a, b) => a - b);
        heights
          .slice(1)
          .forEach((height, index) => expect(height - (heights[index] ?? 0)).toBeGreaterThanOrEqual(3 - 1e-9));
      }),
    );
  });

  test('a dot is never moved by more than a row', () => {
    fc.assert(
      fc.property(values, boundaries, (dots, cuts) => {
        for (const { value, height } of dotRows(dots, cuts, 3))
          expect(Math.abs(within(value) - height)).toBeLessThan(3);
      }),
    );
  });
});
