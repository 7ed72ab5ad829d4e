import { expect, test } from 'vitest';
import { attackRest } from './attack-rest.ts';
import type { KnownRest } from './attack-rest.ts';

const counts = [4, 1, 1, 4];
const item = (favourable: [number, number], unfavourable: [number, number]): KnownRest['items'][number] => ({
  rest: { units: [0, 1, 3, 5], people: 10, counts },
  favourable: { low: favourable[0], high: favourable[1] },
  unfavourable: { low: unfavourable[0], high: unfavourable[1] },
  isKnown: true,
});

/** Ten have a score, one of whom left an item open that somebody without a score answered: their classes fit no such score. */
const known: KnownRest = {
  name: 'unit 0',
  rest: { units: [0, 1, 3, 5], people: 10, counts },
  sum: { low: 577.0832, high: 577.0835 },
  items: [item([0, 4], [0, 4]), item([5, 5], [0, 4]), item([0, 4], [0, 4]), item([0, 4], [5, 5])],
  isComplete: true,
};

test('an attacker who took others for the same people thinks better of it, and still attacks', () => {
  const found = attackRest(known, []);
  expect(found).toEqual(attackRest({ ...known, isComplete: false }, []));
  expect(found.length).toBeGreaterThan(0);
});

test('what no answers can have is no finding', () => {
  const impossible = { ...known, items: [item([8, 8], [5, 5])] };
  expect(() => attackRest(impossible, [])).toThrow("unit 0: what the attacker takes for true can't be");
});
