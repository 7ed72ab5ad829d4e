import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coarsened } from './coarsened.ts';

const times = <Class extends string>(n: number, one: Class): Class[] => Array.from({ length: n }, () => one);

describe('classes beside rows', () => {
  test('stay when each holds enough people', () => {
    const classes = [...times(40, 'nl'), ...times(10, 'en')];
    expect(coarsened(classes, 10)).toEqual(classes);
  });

  test('all go when the small one of two would be told by elimination', () => {
    expect(coarsened([...times(300, 'nl'), ...times(8, 'en')], 10).every((one) => one === null)).toBe(true);
  });

  test('go only as far as is needed when the small ones are many enough together', () => {
    const left = coarsened([...times(200, 'usual'), ...times(6, 'slow'), ...times(5, 'very-fast')], 10);
    expect(left.filter((one) => one === 'usual')).toHaveLength(200);
    expect(left.filter((one) => one === null)).toHaveLength(11);
  });

  test('are nothing where there is nobody', () => {
    expect(coarsened([], 10)).toEqual([]);
  });

  test('never leave a class, or the ones without a class, with one to nine people', () => {
    const group = fc.array(fc.constantFrom('a', 'b', 'c', 'd', null), { maxLength: 120 });
    fc.assert(
      fc.property(group, (classes) => {
        const left = coarsened(classes, 10);
        const sizes = [...Map.groupBy(left, (one) => one)].map(([one, members]) => ({ one, n: members.length }));
        const everything = left.every((one) => one === null);
        expect(sizes.every(({ n }) => n >= 10) || everything).toBe(true);
        expect(left.every((one, at) => one === null || one === classes[at])).toBe(true);
      }),
    );
  });
});
