import { readdirSync } from 'node:fs';
import { areaCodes, itemOf } from '@lerend/instrument';
import { describe, expect, test } from 'vitest';
import { practiceOf, practices } from './library.ts';

const folder = new URL('../practices/', import.meta.url);
const both = ['nl', 'en'] as const;
const normalised = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

describe('the practice library', () => {
  test('holds exactly the files of the data folder, each under its own area and id', () => {
    const onDisk = areaCodes.flatMap((area) => readdirSync(new URL(area, folder)).map((file) => `${area}/${file}`));
    const known = practices.map((practice) => `${practice.area}/${practice.id}.json`);
    expect([...known].sort()).toEqual([...onDisk].sort());
  });

  test('holds at least four practices an area and forty-four in all', () => {
    for (const area of areaCodes)
      expect(practices.filter((one) => one.area === area).length, area).toBeGreaterThanOrEqual(4);
    expect(practices.length).toBeGreaterThanOrEqual(44);
  });

  test('has no id and no title twice', () => {
    expect(new Set(practices.map((one) => one.id)).size).toBe(practices.length);
    for (const language of both)
      expect(new Set(practices.map((one) => normalised(one.title[language]))).size).toBe(practices.length);
  });

  test('has no action sentence twice, in either language or across them', () => {
    const seen = new Map<string, string>();
    for (const practice of practices)
      for (const action of practice.actions)
        for (const language of both) {
          const sentence = normalised(action.text[language]);
          const place = `${practice.id}/${action.id}/${language}`;
          expect(seen.get(sentence), place).toBeUndefined();
          seen.set(sentence, place);
        }
    expect(seen.size).toBeGreaterThanOrEqual(44 * 5 * 2);
  });

  test.each(practices.map((one) => [one.id, one] as const))(
    '%s has five to nine actions and a source with its look-up',
    (_, practice) => {
      expect(practice.actions.length).toBeGreaterThanOrEqual(5);
      expect(practice.actions.length).toBeLessThanOrEqual(9);
      expect(practice.source.lookedUp.on).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(practice.source.lookedUp.how).toMatch(/search/i);
    },
  );

  test('no two practices lean on the same publication as if it were two', () => {
    const titles = practices.flatMap(({ source }) => (source.kind === 'publication' ? [normalised(source.title)] : []));
    expect(new Set(titles).size).toBe(titles.length);
  });

  test('every item that a measure names exists and belongs to an area that the practice moves', () => {
    for (const practice of practices)
      for (const id of practice.measure.itemIds ?? [])
        expect(
          practice.moves.map((move) => move.area),
          `${practice.id}: ${id}`,
        ).toContain(itemOf(id)?.area);
  });

  test('no text is the same in both languages by mistake', () => {
    for (const { id, title, summary, noticing } of practices)
      for (const text of [title, summary, noticing]) expect(text.nl, id).not.toBe(text.en);
  });

  test('an unknown id has no practice', () => {
    expect(practiceOf('no-such-practice')).toBeUndefined();
  });
});
