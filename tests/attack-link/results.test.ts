import { describe, expect, test } from 'vitest';
import { cells } from './cells.ts';
import { isExpectedToLink, verdictOn } from './results.ts';

const people = 10_000;
const score = (hits: number, all = people) => ({ people: all, hits, chance: all / 20, variance: all / 20 });

describe('the verdict on an attack', () => {
  test('takes what lies within chance for chance, from ten thousand people on', () => {
    expect(verdictOn(score(500), false)).toBe('as expected');
    expect(verdictOn(score(540), false)).toBe('as expected');
    expect(verdictOn(score(50, 1000), false)).toBe('too few runs');
    expect(verdictOn(score(0, 0), false)).toBe('too few runs');
  });

  test('is no when more are found than chance finds, however few were asked', () => {
    expect(verdictOn(score(560), false)).toBe('not as expected');
    expect(verdictOn(score(600), false)).toBe('not as expected');
    expect(verdictOn(score(90, 1000), false)).toBe('not as expected');
  });

  test('is no as well when an attack that has to succeed does not', () => {
    expect(verdictOn(score(900, 1000), true)).toBe('as expected');
    expect(verdictOn(score(60, 1000), true)).toBe('not as expected');
    expect(verdictOn(score(700), true)).toBe('not as expected');
  });

  test('has something to expect of every cell', () => {
    expect(cells).toHaveLength(96);
    expect(cells.filter(isExpectedToLink)).toHaveLength(16);
    expect(cells.filter((cell) => cell.variant === 'full' && isExpectedToLink(cell))).toEqual([
      { variant: 'full', attacker: 'all together', hasKey: true },
    ]);
  });
});
