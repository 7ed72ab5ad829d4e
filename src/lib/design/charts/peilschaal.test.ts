import { bandClasses } from '@lerend/disclosure';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areaCell, published } from './cells-for-tests.ts';
import { besideBoard, movedApart } from './gauge-lettering.ts';
import { levelMarks } from './level-marks.ts';
import { peilschaal } from './peilschaal.ts';
import type { PeilschaalInput } from './peilschaal.ts';

const marks = levelMarks('nl');
const base: PeilschaalInput = { id: 'g', title: 'Vertrouwen, Noord', cell: areaCell(67), marks, language: 'nl' };
const cells = fc.record({ score: fc.integer({ min: 0, max: 100 }), band: fc.constantFrom(...bandClasses) });
const sizes = fc.constantFrom('large' as const, 'small' as const);
const dots = (svg: string) => [
  ...svg.matchAll(/<circle class="(gauge-dot[^"]*)" cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"/g),
];

describe('peilschaal', () => {
  test('twenty dots lie inside the drawing, whatever the score and the band', () => {
    fc.assert(
      fc.property(cells, sizes, ({ score, band }, size) => {
        const svg = peilschaal({ ...base, cell: areaCell(score, band), size });
        const [, width = 0, height = 0] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)?.map(Number) ?? [];
        expect(dots(svg)).toHaveLength(20);
        for (const [, , x, y, r] of dots(svg)) {
          expect(Number(x) - Number(r)).toBeGreaterThan(0);
          expect(Number(x) + Number(r)).toBeLessThanOrEqual(width);
          expect(Number(y) - Number(r)).toBeGreaterThan(0);
          expect(Number(y) + Number(r)).toBeLessThan(height);
        }
      }),
    );
  });

  test('the filled dots are the ones that the sentence counts', () => {
    fc.assert(
      fc.property(cells, ({ score, band }) => {
        const svg = peilschaal({ ...base, cell: areaCell(score, band) });
        const filled = dots(svg).filter(([, className]) => className === 'gauge-dot').length;
        expect(svg).toContain(`${filled} van de 20 punten: `);
      }),
    );
  });

  test('it has no style attribute, no style element and no script', () => {
    fc.assert(
      fc.property(cells, sizes, fc.boolean(), ({ score, band }, size, isStandalone) => {
        expect(peilschaal({ ...base, cell: areaCell(score, band), size, isStandalone })).not.toMatch(
          / style=|<style|<script/,
        );
      }),
    );
  });

  test('without a figure there is a bare board: no water, no dots, no number, and the neutral sentence', () => {
    const svg = peilschaal({ ...base, cell: null });
    expect(svg).toContain('Hier is geen cijfer.');
    expect(svg).not.toMatch(/gauge-water|gauge-dot|gauge-score/);
  });

  test('other scores are drawn and told', () => {
    const svg = peilschaal({
      ...base,
      previous: { score: published(58), name: 'vorige keer' },
      parent: { cell: areaCell(61), name: 'Techniek' },
    });
    expect(svg).toContain('vorige keer: 58. Techniek: 61.');
    expect(svg.match(/gauge-other/g)).toHaveLength(2);
  });

  test('English readers get English words', () => {
    expect(peilschaal({ ...base, language: 'en', marks: levelMarks('en') })).toContain(
      'The score is 67 on a scale from 0 to 100.',
    );
  });
});

describe('besideBoard', () => {
  test('breaks the name of the unit above between words, so that it fits beside the board', () => {
    expect(besideBoard('Drinkwater Oosterlanden', '67')).toEqual(['Drinkwater', 'Oosterlanden', '67']);
    expect(besideBoard('Klant', '55')).toEqual(['Klant 55']);
    expect(besideBoard('Procesautomatisering', '49')).toEqual(['Procesautoma…', '49']);
  });

  test('no line is longer than the room, and the score is always there whole', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.integer({ min: 0, max: 100 }), (name, score) => {
        const lines = besideBoard(name, String(score));
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(13);
        expect(lines.at(-1)?.endsWith(String(score))).toBe(true);
      }),
    );
  });
});

describe('movedApart', () => {
  test('texts beside the board never overlap and stay in the order of what they point at', () => {
    const side = fc.record({ at: fc.integer({ min: 20, max: 420 }), half: fc.constantFrom(8, 15) });
    fc.assert(
      fc.property(fc.array(side, { minLength: 1, maxLength: 3 }), (sides) => {
        const placed = movedApart(
          sides.map((each) => ({ ...each, lines: ['x'], kind: 'number' as const })),
          20,
          420,
        );
        placed.slice(1).forEach((below, index) => {
          const above = placed[index];
          expect(above && below.at >= above.at && below.y - above.y >= above.half + below.half - 1e-9).toBe(true);
        });
        for (const { y } of placed) expect(y <= 420 && y > -40).toBe(true);
      }),
    );
  });
});
