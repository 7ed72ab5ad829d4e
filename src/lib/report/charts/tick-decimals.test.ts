import { describe, expect, test } from 'vitest';
import { tickDecimals } from './tick-decimals.ts';

describe('the decimals of an axis', () => {
  // The steps are those of d3-array's tickStep(low, high, 6).
  test.each([
    [[2.93, 3.19], 2], // 0.05
    [[2.2, 3.4], 1], // 0.2
    [[1, 5], 1], // 0.5
    [[1, 7], 0], // 1
    [[-3, 40], 0], // 10
    [[-0.004, 0.004], 3], // 0.001
    [[0, 0.58], 1], // 0.1
  ] as const)('of %j: %d', ([low, high], decimals) => {
    expect(tickDecimals([low, high], 6)).toBe(decimals);
  });

  test('without width there are none', () => {
    expect(tickDecimals([3, 3], 6)).toBe(0);
  });
});
