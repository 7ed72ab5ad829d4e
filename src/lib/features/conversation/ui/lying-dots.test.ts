import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lyingDots } from './lying-dots.ts';

const board = { left: 4, width: 300, floor: 90, height: 56, pitch: 7 };

test('every value has a dot of its own, none on top of another, all on the board', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 20, maxLength: 20 }), (values) => {
      const dots = lyingDots(values, board);
      expect(new Set(dots.map(({ x, y }) => `${x} ${y}`)).size).toBe(20);
      expect(dots.every(({ x, y }) => x >= 4 && x <= 304 && y <= 90 && y >= 34 - 1e-9)).toBe(true);
    }),
  );
});

test('a dot lies at its value, to within half a dot', () => {
  const [zero, half, whole] = lyingDots([0, 50, 100], board);
  expect([zero?.x, Math.abs((half?.x ?? 0) - 154) <= 3.5, Math.abs((whole?.x ?? 0) - 304) <= 7]).toEqual([
    4,
    true,
    true,
  ]);
});
