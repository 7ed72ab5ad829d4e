import { describe, expect, test } from 'vitest';
import { difference } from './comparison.ts';
import { comparisons } from './comparisons/index.ts';

describe('our figures equal those of R, within the tolerance of each fixture', () => {
  test.each(Object.entries(comparisons))('%s', async (_name, compare) => {
    const list = await compare();
    const outside = list.filter((comparison) => !(difference(comparison) <= comparison.allowed));
    expect(outside).toEqual([]);
    expect(list.filter(({ expected }) => expected !== null).length).toBeGreaterThan(3);
  });
});
