import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areasToRead, outcomeOf, outcomeSentence } from './outcome.ts';
import type { OutcomeTexts, TriedArea } from './outcome.ts';

const texts: OutcomeTexts = {
  allSame: 'even hoog: {answer}',
  onlyOne: 'bij {area}: {answer}',
  highLow: 'hoog {highest} ({highestAnswer}), laag {lowest} ({lowestAnswer})',
  and: 'en',
  manyAreas: '{n} gebieden',
};
const names = ['nooit', 'zelden', 'soms', 'vaak', 'altijd'];
const say = (areas: readonly TriedArea[]) =>
  outcomeSentence(outcomeOf(areas), texts, (answer) => names[answer - 1] ?? '');
const tried = (...answers: (1 | 2 | 3 | 4 | 5 | undefined)[]): TriedArea[] =>
  answers.map((answer, index) => ({ area: `a${index}`, name: `A${index}`, answer }));

describe('outcomeSentence', () => {
  test('names what lies highest and lowest, with their answers', () => {
    expect(say(tried(2, 5, 3))).toBe('hoog A1 (altijd), laag A0 (zelden)');
  });

  test('names up to three that lie equally high, and counts more', () => {
    expect(say(tried(5, 5, 5, 1))).toBe('hoog A0, A1 en A2 (altijd), laag A3 (nooit)');
    expect(say(tried(5, 5, 5, 5, 1))).toBe('hoog 4 gebieden (altijd), laag A4 (nooit)');
  });

  test('says so when everything lies at one height', () => {
    expect(say(tried(3, undefined, 3))).toBe('even hoog: soms');
  });

  test('makes no highest and lowest out of a single answer', () => {
    expect(say(tried(undefined, 4))).toBe('bij A1: vaak');
  });

  test('says nothing about nothing', () => {
    expect(say(tried(undefined, undefined))).toBe('');
  });
});

const answers = fc.array(fc.option(fc.constantFrom(1, 2, 3, 4, 5), { nil: undefined }), {
  minLength: 1,
  maxLength: 11,
});

describe('outcomeOf', () => {
  test('no answer lies above the highest or below the lowest, and no area is both', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const outcome = outcomeOf(tried(...(given as (1 | 2 | 3 | 4 | 5 | undefined)[])));
        if (outcome.kind !== 'differ') return;
        for (const answer of given) {
          if (answer === undefined) continue;
          expect(answer).toBeLessThanOrEqual(outcome.highestAnswer);
          expect(answer).toBeGreaterThanOrEqual(outcome.lowestAnswer);
        }
        const low = new Set(outcome.lowest.map(({ area }) => area));
        expect(outcome.highest.some(({ area }) => low.has(area))).toBe(false);
      }),
    );
  });

  test('points at no area when so many lie lowest that none stands out', () => {
    expect(areasToRead(outcomeOf(tried(1, 1, 1, 5)))).toEqual([]);
    expect(areasToRead(outcomeOf(tried(1, 5)))).toEqual(['a0']);
  });
});
