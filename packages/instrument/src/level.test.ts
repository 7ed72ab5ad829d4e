import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerScale } from './answer-scale.ts';
import { areaCodes } from './area.ts';
import { builtInCutScores } from './cut-scores.ts';
import { itemsOfArea } from './items.ts';
import { highestLevelForItems, highestLevelOf, levelOfScore, levels } from './level.ts';

const { cuts } = builtInCutScores;
const score = fc.double({ min: 0, max: 100, noNaN: true });
const highest = fc.constantFrom(...levels);
const scoreOfAnswer = (value: number): number => ((value - 1) / 4) * 100;

describe('the highest level', () => {
  test('the pulse stops at usual; the short and the full form reach improving', () => {
    expect(highestLevelOf('pulse')).toBe('usual');
    expect(highestLevelOf('short')).toBe('improving');
    expect(highestLevelOf('full')).toBe('improving');
    expect(highestLevelOf('full', 5)).toBe('improving');
    expect(highestLevelOf('parts')).toBe('improving');
  });

  test('a scan in parts stops at usual under ten people, of whom nobody may have drawn the improvement item', () => {
    expect([5, 9, 10, 40].map((people) => highestLevelOf('parts', people))).toEqual([
      'usual',
      'usual',
      'improving',
      'improving',
    ]);
  });

  test('an area reaches improving only when its own improvement item was asked', () => {
    for (const code of areaCodes) {
      const ids = itemsOfArea(code, 'full').map((item) => item.id);
      const idsOfFacets = itemsOfArea(code, 'full').flatMap((item) => (item.isImprovement ? [] : [item.id]));
      expect(highestLevelForItems(code, ids), code).toBe('improving');
      expect(highestLevelForItems(code, idsOfFacets), code).toBe('usual');
      expect(highestLevelForItems(code, [...idsOfFacets, 'OU1', 'from elsewhere']), code).toBe('usual');
    }
    expect(highestLevelForItems('trust', ['SV4'])).toBe('usual');
  });
});

describe('the level of a score', () => {
  test('each answer word, given to every item, falls on the level that the rationale gives it', () => {
    const ofAnswers = answerScale.options.map(({ value }) => levelOfScore(scoreOfAnswer(value), 'improving', cuts));
    expect(ofAnswers).toEqual(['sometimes', 'sometimes', 'begun', 'improving', 'improving']);
  });

  test('the lower two cuts lie halfway between two answer words, the third on the word often', () => {
    expect(cuts.begun).toBe((scoreOfAnswer(2) + scoreOfAnswer(3)) / 2);
    expect(cuts.usual).toBe((scoreOfAnswer(3) + scoreOfAnswer(4)) / 2);
    expect(cuts.improving).toBe(scoreOfAnswer(4));
    expect(builtInCutScores.status).toBe('provisional');
  });

  test('a score on a cut belongs to the level above it', () => {
    const { begun, usual, improving } = cuts;
    expect([begun, usual, improving].map((cut) => levelOfScore(cut, 'improving', cuts))).toEqual(levels.slice(1));
    expect([begun, usual, improving].map((cut) => levelOfScore(cut - 1e-9, 'improving', cuts))).toEqual(
      levels.slice(0, 3),
    );
  });

  test('a higher score never gives a lower level, and no level is above the highest', () => {
    fc.assert(
      fc.property(score, score, highest, (one, other, top) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)].map((s) =>
          levels.indexOf(levelOfScore(s, top, cuts)),
        );
        expect(low).toBeLessThanOrEqual(high ?? -1);
        expect(high).toBeLessThanOrEqual(levels.indexOf(top));
      }),
    );
  });

  test.each([Number.NaN, -0.1, 100.1])('%d is refused as a score', (wrong) => {
    expect(() => levelOfScore(wrong, 'improving', cuts)).toThrow(RangeError);
  });
});
