import { describe, expect, test } from 'vitest';
import { mostProfileQuestions, profileQuestionIds, profileQuestions, profileQuestionsOf } from './profile-questions.ts';

describe('profile questions', () => {
  test('are broad: two or three bands, so that the combinations of three are no more than eighteen', () => {
    expect(profileQuestions.map(({ bands }) => bands.length)).toSatisfy((counts: number[]) =>
      counts.every((count) => count === 2 || count === 3),
    );
    const widest = profileQuestions.map(({ bands }) => bands.length).toSorted((a, b) => b - a);
    const combinations = widest.slice(0, mostProfileQuestions).reduce((all, bands) => all * bands, 1);
    expect(combinations).toBeLessThanOrEqual(18);
  });

  test('fit the ids of a ballot, each once, and say in both languages what they cost', () => {
    expect(profileQuestions.map(({ id }) => id)).toEqual(profileQuestionIds);
    for (const { id, cost, bands } of profileQuestions) {
      expect(id).toMatch(/^[A-Za-z][A-Za-z0-9-]{0,15}$/);
      for (const text of [cost, ...bands.flatMap(({ label, who }) => [label, who])]) {
        expect(text.nl.trim()).not.toBe('');
        expect(text.en.trim()).not.toBe('');
      }
    }
  });

  test('come in their own order, whatever the order in which they were chosen', () => {
    expect(profileQuestionsOf(['profile-leads', 'profile-tenure', 'gone']).map(({ id }) => id)).toEqual([
      'profile-tenure',
      'profile-leads',
    ]);
  });
});
