import { randomBytes } from 'node:crypto';
import { areaCodes, itemsOfArea } from '@lerend/instrument';
import { expect, test } from 'vitest';
import { drawItems } from './draw-items.ts';

const areas = areaCodes.map((code) => itemsOfArea(code, 'parts').map(({ id }) => id));
const random = (count: number) => new Uint8Array(randomBytes(count));

test('everyone gets two items of every area, in the order of the questionnaire, none twice', () => {
  const drawn = drawItems(areas, 2, random);
  expect(drawn).toHaveLength(22);
  expect(new Set(drawn).size).toBe(22);
  const order = areas.flat();
  expect(drawn).toEqual(order.filter((id) => drawn.includes(id)));
  for (const items of areas) expect(items.filter((id) => drawn.includes(id))).toHaveLength(2);
});

test('every item of an area is asked equally often', () => {
  const times = new Map<string, number>();
  const people = 1200;
  for (let person = 0; person < people; person += 1)
    for (const id of drawItems(areas, 2, random)) times.set(id, (times.get(id) ?? 0) + 1);
  for (const items of areas) {
    const share = 2 / items.length;
    // Five standard errors: one run in a few thousand lies outside by chance, over all 48 items together.
    const reach = 5 * Math.sqrt(people * share * (1 - share));
    for (const id of items) expect(Math.abs((times.get(id) ?? 0) - people * share), id).toBeLessThan(reach);
  }
});

test('an area with fewer items than are drawn gives all it has', () => {
  expect(drawItems([['A'], ['B', 'C']], 2, random)).toEqual(['A', 'B', 'C']);
});
