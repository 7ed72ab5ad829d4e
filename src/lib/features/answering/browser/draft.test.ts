import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ballotNumber } from '@lerend/ballot';
import { answerOf, emptyDraft, isBegun, restored, withAnswer, withWords } from './draft.ts';
import type { Draft } from './draft.ts';

const questionnaire = { form: 'short', instrumentVersion: '1.0.0' } as const;
const number = ballotNumber(new Uint8Array(16).fill(3));
const code = '7KQM-3XWD-0A2C';
const begun = withAnswer(emptyDraft(questionnaire, number, code), 'TR1', 4, 3000);

describe('a draft on the device', () => {
  test('comes back as it was after the tab was closed', () => {
    const full = withWords(withAnswer(begun, 'TR2', 'dont-know', 1200), 'OQ1', 'Tijd.\nEn rust.');
    expect(restored(JSON.stringify(full), questionnaire, '')).toEqual(full);
    expect(restored(JSON.stringify(full), questionnaire, code)).toEqual(full);
  });

  test('from before there was a lot is one to which everything was asked', () => {
    const { asked: _asked, ...old } = begun;
    expect(restored(JSON.stringify(old), questionnaire, code)).toEqual(begun);
  });

  test('is not given to somebody who comes with another code', () => {
    expect(restored(JSON.stringify(begun), questionnaire, '0000-0000-0000')).toBeUndefined();
  });

  test('takes the code that somebody comes with later', () => {
    const withoutCode = { ...begun, code: '' };
    expect(restored(JSON.stringify(withoutCode), questionnaire, code)?.code).toBe(code);
  });

  test('is left behind when the questionnaire changed', () => {
    expect(restored(JSON.stringify(begun), { form: 'full', instrumentVersion: '1.0.0' }, code)).toBeUndefined();
    expect(restored(JSON.stringify(begun), { form: 'short', instrumentVersion: '1.1.0' }, code)).toBeUndefined();
  });

  test.each<[string, unknown]>([
    ['nothing', null],
    ['a text', 'hello'],
    ['an answer out of range', { ...begun, answers: { TR1: 6 } }],
    ['answers as a list', { ...begun, answers: [3] }],
    ['a number that is none', { ...begun, number: 'abc' }],
    ['words that are no text', { ...begun, words: { OQ1: 3 } }],
    ['no step', { ...begun, step: undefined }],
    ['a lot that is no list', { ...begun, asked: 'TR1' }],
    ['pauses that are no numbers', { ...begun, pauses: ['x'] }],
  ])('that is damaged (%s) is left behind', (_, kept) => {
    expect(restored(JSON.stringify(kept), questionnaire, '')).toBeUndefined();
  });

  test('any text in its place is either a draft or nothing, never an error', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (kept) => {
        expect(() => restored(kept, questionnaire, '')).not.toThrow();
      }),
    );
  });
});

describe('filling in', () => {
  test('the last answer to an item counts, and its pause is noted once', () => {
    const changed = withAnswer(begun, 'TR1', 2, 500);
    expect(changed.answers).toEqual({ TR1: 2 });
    expect(changed.pauses).toEqual([3000]);
  });

  test('pauses stand in order of length, not in the order of the answers', () => {
    const add = (draft: Draft, [id, pause]: [string, number]) => withAnswer(draft, id, 3, pause);
    const draft = (
      [
        ['A', 900],
        ['B', 100],
        ['C', 500],
      ] as [string, number][]
    ).reduce(add, emptyDraft(questionnaire, number, code));
    expect(draft.pauses).toEqual([100, 500, 900]);
  });

  test('words that are wiped are gone, and white space is nothing', () => {
    const written = withWords(begun, 'OQ1', 'Tijd');
    expect(withWords(written, 'OQ1', '  ').words).toEqual({});
  });

  test('a draft is begun from the first answer or word on', () => {
    expect(isBegun(emptyDraft(questionnaire, number, code))).toBe(false);
    expect(isBegun(begun)).toBe(true);
    expect(isBegun(withWords(emptyDraft(questionnaire, number, code), 'OQ2', 'Ja'))).toBe(true);
  });

  test('only 1 to 5 and 9 are answers', () => {
    expect(['1', '5', '9', 3].map(answerOf)).toEqual([1, 5, 'dont-know', 3]);
    expect(['0', '6', '', 'often', null, 4.5].map(answerOf)).toEqual(Array<undefined>(6).fill(undefined));
  });
});
