import { describe, expect, test } from 'vitest';
import { chartTexts } from './chart-texts.ts';
import { countDots, levelMarks } from './level-marks.ts';

const spread = (from: number, step: number) => Array.from({ length: 20 }, (_, index) => from + index * step);

describe('levelMarks', () => {
  test('the levels stand in order with their names in the language of the reader', () => {
    expect(levelMarks('nl').map(({ name }) => name)).toEqual(['soms', 'begonnen', 'gewoon', 'steeds beter']);
    expect(levelMarks('en')[0]).toEqual({ name: 'sometimes', from: 0 });
  });

  test('a korte peiling stops at gewoon', () => {
    expect(levelMarks('nl', 'usual').map(({ name }) => name)).toEqual(['soms', 'begonnen', 'gewoon']);
  });
});

describe('countDots', () => {
  const marks = levelMarks('nl');

  test('the count speaks of the level of the middle dot and says "of hoger" when there is a higher one', () => {
    const counted = countDots(spread(57.6, 1), marks);
    expect(counted).toMatchObject({ count: 15, of: 20, isOrHigher: true });
    expect(counted && chartTexts('nl').dotSentence(counted)).toBe('15 van de 20 punten: gewoon of hoger');
    expect(counted && chartTexts('en').dotSentence({ ...counted, mark: { name: 'usual', from: 62.5 } })).toBe(
      '15 of the 20 dots: usual or higher',
    );
  });

  test('at the bottom only the lowest level is counted, because "soms or higher" is always twenty', () => {
    expect(countDots(spread(25, 1), marks)).toMatchObject({ count: 13, mark: { name: 'soms' }, isOrHigher: false });
  });

  test('at the top there is nothing higher to name', () => {
    expect(countDots(spread(72.5, 1), marks)).toMatchObject({
      count: 17,
      mark: { name: 'steeds beter' },
      isOrHigher: false,
    });
  });

  test('without levels there is nothing to count', () => {
    expect(countDots(spread(50, 1), [])).toBeUndefined();
  });
});
