import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leastStripHeight, parcelColumns, polderHeight, stripHeights } from './parcel-geometry.ts';

const people = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 600 });

describe('stripHeights', () => {
  test('the strips fill the polder exactly, and none is lower than a line', () => {
    fc.assert(
      fc.property(people, (counts) => {
        fc.pre(counts.some((count) => count > 0));
        const heights = stripHeights(counts);
        expect(heights.reduce((sum, height) => sum + height, 0)).toBe(polderHeight(counts.length));
        expect(Math.min(...heights)).toBeGreaterThanOrEqual(leastStripHeight);
      }),
      { numRuns: 60 },
    );
  });

  test('more people never give a lower strip, apart from the rounding of its edges', () => {
    fc.assert(
      fc.property(people, (counts) => {
        const strips = stripHeights(counts).map((height, index) => ({ height, count: counts[index] ?? 0 }));
        strips.sort((a, b) => a.count - b.count);
        strips
          .slice(1)
          .forEach((strip, index) => expect(strip.height).toBeGreaterThanOrEqual((strips[index]?.height ?? 0) - 1));
      }),
      { numRuns: 60 },
    );
  });

  test('four times as many people make a strip twice as high', () => {
    const [small = 0, large = 0] = stripHeights([25, 100]);
    expect(large / small).toBeCloseTo(2, 1);
  });

  test('five hundred equal units are lines of three pixels', () => {
    expect(new Set(stripHeights(Array.from({ length: 500 }, () => 12)))).toEqual(new Set([3]));
  });
});

describe('parcelColumns', () => {
  test('a ditch lies behind the fifth of eleven columns, and the last one ends at the edge', () => {
    const { lefts, width } = parcelColumns(11, 5);
    expect((lefts[5] ?? 0) - (lefts[4] ?? 0)).toBeGreaterThan((lefts[4] ?? 0) - (lefts[3] ?? 0));
    expect((lefts[10] ?? 0) + 100).toBe(width);
  });

  test('with columns on one side only there is no ditch', () => {
    expect(parcelColumns(4, 5).width).toBe(400);
  });
});
