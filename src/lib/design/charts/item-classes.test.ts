import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { itemCell } from './cells-for-tests.ts';
import { itemClassesBar, itemClassesChart, itemClassWords } from './item-classes.ts';

describe('item classes', () => {
  test('the bar runs from unfavourable to favourable and the three parts fill it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), (favourable, middle) => {
        fc.pre(favourable + middle <= 100);
        const svg = itemClassesBar({ id: 'i', title: 'Vraag', cell: itemCell(favourable, middle), language: 'nl' });
        const parts = [...svg.matchAll(/class="item-(\w+)" x="([\d.]+)" y="0" width="([\d.]+)"/g)];
        expect(parts.map(([, name]) => name)).toEqual(['unfavourable', 'middle', 'favourable']);
        const end = Number(parts[2]?.[2]) + Number(parts[2]?.[3]);
        expect(end).toBeGreaterThanOrEqual(598);
        expect(end).toBeLessThanOrEqual(600);
      }),
    );
  });

  test('its words carry a percentage as the reader writes it', () => {
    expect(itemClassWords(itemCell(58, 30), 'nl').map(({ share }) => share)).toEqual([
      '12\u00a0%',
      '30\u00a0%',
      '58\u00a0%',
    ]);
    expect(itemClassWords(itemCell(58, 30), 'en')[2]).toMatchObject({ share: '58%', words: 'often or always' });
  });

  test('without a figure there is an empty outline and the neutral sentence', () => {
    const svg = itemClassesChart({ id: 'i', title: 'Vraag', cell: null, language: 'nl', isStandalone: true });
    expect(svg).toContain('Hier is geen cijfer.');
    expect(svg).not.toMatch(/item-(un)?favourable| style=|<style/);
  });
});
