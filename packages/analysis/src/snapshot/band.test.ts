import { readFileSync } from 'node:fs';
import { bandClasses } from '@lerend/disclosure';
import type { Place } from '@lerend/disclosure';
import { builtInCutScores, highestLevelOf } from '@lerend/instrument';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chanceAtLeast, levelOf, levelSorting, twentyDots } from './band.ts';

interface SortingCase {
  readonly cells: readonly Place[];
  readonly levels: number;
  readonly accuracy: number;
  readonly consistency: number;
  readonly namedAlone: number;
}

/** Made by tests/oracle/r/level-sorting.R. */
const { values: fromR } = JSON.parse(
  readFileSync(new URL('../../../../tests/oracle/fixtures/level_sorting.json', import.meta.url), 'utf8'),
) as { values: readonly SortingCase[] };

const cells = fc.record({ centre: fc.nat({ max: 100 }), band: fc.constantFrom(...bandClasses) });

describe('twenty dots', () => {
  test('lie in order on the scale, as many on either side of the centre', () => {
    fc.assert(
      fc.property(cells, (cell) => {
        const dots = twentyDots(cell);
        expect(dots).toHaveLength(20);
        expect(dots.every((dot, at) => dot >= 0 && dot <= 100 && dot >= (dots[at - 1] ?? 0))).toBe(true);
        expect(dots.slice(0, 10).every((dot) => dot <= cell.centre)).toBe(true);
        expect(dots.slice(10).every((dot) => dot >= cell.centre)).toBe(true);
      }),
    );
  });

  test('count what the chance says, to one dot', () => {
    fc.assert(
      fc.property(cells, fc.double({ min: 1, max: 99, noNaN: true }), (cell, cut) => {
        const above = twentyDots(cell).filter((dot) => dot >= cut).length;
        expect(Math.abs(above - 20 * chanceAtLeast(cell, cut))).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('hold 95 % of chance within the middle of the band’s class, and so more within its edge', () => {
    // Class 8 goes from 6 to 8 points: the middle is √(6 × 8).
    const middle = Math.sqrt(48);
    expect(chanceAtLeast({ centre: 50, band: 8 }, 50 - middle)).toBeCloseTo(0.975, 6);
    expect(chanceAtLeast({ centre: 50, band: 8 }, 50 + middle)).toBeCloseTo(0.025, 6);
    expect(chanceAtLeast({ centre: 50, band: 8 }, 42)).toBeGreaterThan(0.975);
  });
});

describe('the levels of all units together', () => {
  const sure = { centre: 50, band: 4 } as const;

  test('have the accuracy and consistency of their chances', () => {
    // On the cut of 62.5 (62 and 63 lie half a point off) it is a toss-up between two; at 50 ± 4 it is certain.
    const cells = [sure, sure, sure, { centre: 62, band: 2 }, { centre: 63, band: 2 }] as const;
    const sorting = levelSorting(cells, 'usual', builtInCutScores.cuts);
    // sd = √(√2 × 2)/1.96 = 0.858; Φ(0.5/0.858) = .720 (any table).
    expect(sorting?.accuracy).toBeCloseTo((3 + 2 * 0.72) / 5, 2);
    expect(sorting?.consistency).toBeCloseTo((3 + 2 * (0.72 ** 2 + 0.28 ** 2)) / 5, 2);
    expect(sorting).toMatchObject({ units: 5, namedAlone: 3 });
  });

  test('are as accurate and as consistent as R says, by integrating the density between the cuts', () => {
    for (const { cells, levels, accuracy, consistency, namedAlone } of fromR) {
      const sorting = levelSorting(cells, levels === 4 ? 'improving' : 'usual', builtInCutScores.cuts);
      expect(sorting?.accuracy).toBeCloseTo(accuracy, 7);
      expect(sorting?.consistency).toBeCloseTo(consistency, 7);
      expect(sorting).toMatchObject({ units: cells.length, namedAlone });
    }
  });

  test('are not known of fewer than five', () => {
    expect(levelSorting([sure, sure, sure, sure], 'usual', builtInCutScores.cuts)).toBeNull();
  });
});

describe('a level', () => {
  const { cuts } = builtInCutScores;

  test('is named alone only from a chance of 80 %', () => {
    fc.assert(
      fc.property(cells, (cell) => {
        const reading = levelOf(cell, 'improving', cuts);
        expect(reading.chance).toBeGreaterThanOrEqual(reading.kind === 'level' ? 0.8 : 0.5);
        expect(reading.chance).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
    expect(levelOf({ centre: 50, band: 4 }, 'improving', cuts)).toMatchObject({ kind: 'level', level: 'begun' });
  });

  test('on a cut is one of the two around it', () => {
    const reading = levelOf({ centre: Math.round(cuts.usual), band: 6 }, 'improving', cuts);
    expect(reading).toMatchObject({ kind: 'between', lower: 'begun', upper: 'usual' });
    expect(reading.chance).toBeGreaterThan(0.99);
  });

  test('is never "steeds beter" where that was not asked', () => {
    expect(levelOf({ centre: 95, band: 2 }, highestLevelOf('pulse'), cuts)).toMatchObject({
      kind: 'level',
      level: 'usual',
    });
    expect(levelOf({ centre: 95, band: 2 }, highestLevelOf('short'), cuts)).toMatchObject({ level: 'improving' });
  });
});
