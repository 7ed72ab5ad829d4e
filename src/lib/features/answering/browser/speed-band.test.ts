import { describe, expect, test } from 'vitest';
import { speedBand } from './speed-band.ts';

describe('the speed band', () => {
  test('is very fast when the middle answer came quicker than one can read', () => {
    expect(speedBand([400, 700, 900, 1500, 30_000])).toBe('very-fast');
  });

  test('is usual at a reading pace, also with one long break', () => {
    expect(speedBand([2500, 3000, 4000, 5000, 900_000])).toBe('usual');
  });

  test('is slow when the middle answer took longer than twenty seconds', () => {
    expect(speedBand([1000, 21_000, 22_000, 25_000, 30_000])).toBe('slow');
  });

  test('is unknown with too few answers', () => {
    expect(speedBand([100, 100, 100, 100])).toBe('unknown');
  });
});
