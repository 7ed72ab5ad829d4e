import { describe, expect, test } from 'vitest';
import { forgetAnswers, keepAnswers, keptAnswers } from './kept-answers.ts';
import type { AnswerKeeper } from './kept-answers.ts';

function keeper(content?: string): AnswerKeeper {
  const kept = new Map(content === undefined ? [] : [['lerend-quick-try', content]]);
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

describe('keptAnswers', () => {
  test('gives back what was kept', () => {
    const tab = keeper();
    keepAnswers(tab, { TR1: 4, KN2: 1 });
    expect(keptAnswers(tab, ['TR1', 'KN2'])).toEqual({ TR1: 4, KN2: 1 });
  });

  test('passes over what is no answer, and questions that are not asked', () => {
    expect(keptAnswers(keeper('{"TR1":6,"KN2":"5","XX":3,"SV1":5}'), ['TR1', 'KN2', 'SV1'])).toEqual({ SV1: 5 });
  });

  test.each(['not json', 'null', '3', '[]'])('begins empty when something else wrote here: %s', (content) => {
    expect(keptAnswers(keeper(content), ['TR1'])).toEqual({});
  });

  test('has nothing any more after forgetting', () => {
    const tab = keeper('{"TR1":4}');
    forgetAnswers(tab);
    expect(keptAnswers(tab, ['TR1'])).toEqual({});
  });

  test('a browser that keeps nothing spoils nothing', () => {
    const refusing: AnswerKeeper = {
      getItem: () => {
        throw new Error('denied');
      },
      setItem: () => {
        throw new Error('denied');
      },
      removeItem: () => {
        throw new Error('denied');
      },
    };
    keepAnswers(refusing, { TR1: 4 });
    forgetAnswers(refusing);
    expect(keptAnswers(refusing, ['TR1'])).toEqual({});
  });
});
