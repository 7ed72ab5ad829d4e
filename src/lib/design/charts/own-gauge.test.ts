import { describe, expect, test } from 'vitest';
import { ownAnswerHeight } from './own-gauge.ts';

describe('ownAnswerHeight', () => {
  test('altijd lies at the top, nooit at the bottom, and the answers between at equal distances', () => {
    const heights = ([1, 2, 3, 4, 5] as const).map(ownAnswerHeight);
    const steps = heights.slice(1).map((height, index) => (heights[index] ?? 0) - height);
    expect(new Set(steps.map((step) => step.toFixed(6))).size).toBe(1);
    expect(steps[0]).toBeGreaterThan(0);
  });
});
