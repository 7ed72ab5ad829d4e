import { describe, expect, test } from 'vitest';
import { excess, score, sum } from './score.ts';

const rows = [1, 2, 3, 4].map((byte) => Uint8Array.of(byte));
const people = rows.map(() => ({ groupId: 'a' }));
const judged = { people, truth: rows, rows: new Map([['a', rows]]) };

describe('the score of an attack', () => {
  test('counts who was found, beside what the same guesses find by chance', () => {
    expect(score(judged, [0, 1, 2, 3])).toEqual({ people: 4, hits: 4, chance: 1, variance: 1 });
    expect(score(judged, [1, 0, 3, 2])).toEqual({ people: 4, hits: 0, chance: 1, variance: 1 });
    expect(score(judged, [2, 2, 2, 2])).toEqual({ people: 4, hits: 1, chance: 1, variance: 0 });
  });

  test('has the mean and variance that trying every order of four names gives', () => {
    const guesses = [0, 0, 1, 3];
    const orders = permutations([0, 1, 2, 3]);
    const hits = orders.map((order) => guesses.filter((guess, person) => guess === order[person]).length);
    const mean = hits.reduce((all, one) => all + one, 0) / hits.length;
    const variance = hits.reduce((all, one) => all + (one - mean) ** 2, 0) / hits.length;
    const { chance, variance: given } = score(judged, guesses);
    expect(chance).toBeCloseTo(mean, 12);
    expect(given).toBeCloseTo(variance, 12);
  });

  test('takes two people with the same answers for one another', () => {
    const twins = [rows[0], rows[0], rows[2], rows[3]].map((row) => row ?? new Uint8Array());
    const { hits } = score({ people, truth: twins, rows: new Map([['a', twins]]) }, [1, 0, 2, 3]);
    expect(hits).toBe(4);
  });

  test('adds up over runs, and says how far above chance it may be', () => {
    const all = sum([score(judged, [0, 1, 2, 3]), score(judged, [1, 0, 3, 2])]);
    expect(all).toEqual({ people: 8, hits: 4, chance: 2, variance: 2 });
    expect(excess(all).points).toBe(25);
    expect(excess(all).upper).toBeCloseTo((100 * (2 + 2.326 * Math.SQRT2)) / 8, 9);
    expect(excess(all).deviations).toBeCloseTo(Math.SQRT2, 9);
  });
});

function permutations(items: readonly number[]): number[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((first) => permutations(items.filter((item) => item !== first)).map((rest) => [first, ...rest]));
}
