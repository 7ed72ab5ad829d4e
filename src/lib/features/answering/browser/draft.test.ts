import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerOf, emptyDraft, isBegun, restored, withAnswer, withWords } from './draft.ts';
import type { Draft } from './draft.ts';

const questionnaire = { form: 'short', instrumentVersion: '1.0.0' } as const;
const code = '7KQM-3XWD-0A2C';
const fingerprint = '7KQM-3XWD-0A2C-9F3T';
const nothing = { code: '', fingerprint: '' };
const brought = { code, fingerprint };
const begun = withAnswer(emptyDraft(questionnaire, brought), 'TR1', 4, 3000);
const keys = { number: 'BA', privateKey: 'MI', seed: 'se', proof: null };
const sealing = { place: { scanId: 's', groupId: 'g', openingKey: 'k' }, counter: 1, ballot: keys, words: null };

describe('a draft on the device', () => {
  test('comes back as it was after the tab was closed', () => {
    const full = withWords(withAnswer(begun, 'TR2', 'dont-know', 1200), 'OQ1', 'Tijd.\nEn rust.');
    expect(restored(JSON.stringify(full), questionnaire, nothing)).toEqual(full);
    expect(restored(JSON.stringify(full), questionnaire, brought)).toEqual(full);
  });

  test('keeps the keys of an attempt that broke off, so that the same blinded number is asked for again', () => {
    const broken = { ...begun, sealing: { ...sealing, words: keys } };
    expect(restored(JSON.stringify(broken), questionnaire, brought)).toEqual(broken);
  });

  test('of the version before, which sent in another way, is left behind', () => {
    const { sealing: _sealing, fingerprint: _fingerprint, ...old } = begun;
    expect(restored(JSON.stringify({ ...old, number: 'x' }), questionnaire, brought)).toBeUndefined();
  });

  test('is not given to somebody who comes with another code', () => {
    expect(restored(JSON.stringify(begun), questionnaire, { code: '0000-0000-0000', fingerprint: '' })).toBeUndefined();
  });

  test('takes the code that somebody comes with later', () => {
    const withoutCode = { ...begun, code: '' };
    expect(restored(JSON.stringify(withoutCode), questionnaire, brought)).toMatchObject(brought);
  });

  test('is left behind when the questionnaire changed', () => {
    expect(restored(JSON.stringify(begun), { form: 'full', instrumentVersion: '1.0.0' }, brought)).toBeUndefined();
    expect(restored(JSON.stringify(begun), { form: 'short', instrumentVersion: '1.1.0' }, brought)).toBeUndefined();
  });

  test.each<[string, unknown]>([
    ['nothing', null],
    ['a text', 'hello'],
    ['an answer out of range', { ...begun, answers: { TR1: 6 } }],
    ['answers as a list', { ...begun, answers: [3] }],
    ['keys without a seed', { ...begun, sealing: { ...sealing, ballot: { ...keys, seed: 3 } } }],
    ['half a proof', { ...begun, sealing: { ...sealing, ballot: { ...keys, proof: { prefix: 'x' } } } }],
    ['words that are no text', { ...begun, words: { OQ1: 3 } }],
    ['no step', { ...begun, step: undefined }],
    ['a lot that is no list', { ...begun, asked: 'TR1' }],
    ['pauses that are no numbers', { ...begun, pauses: ['x'] }],
  ])('that is damaged (%s) is left behind', (_, kept) => {
    expect(restored(JSON.stringify(kept), questionnaire, nothing)).toBeUndefined();
  });

  test('any text in its place is either a draft or nothing, never an error', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (kept) => {
        expect(() => restored(kept, questionnaire, nothing)).not.toThrow();
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
    ).reduce(add, emptyDraft(questionnaire, brought));
    expect(draft.pauses).toEqual([100, 500, 900]);
  });

  test('words that are wiped are gone, and white space is nothing', () => {
    const written = withWords(begun, 'OQ1', 'Tijd');
    expect(withWords(written, 'OQ1', '  ').words).toEqual({});
  });

  test('a draft is begun from the first answer or word on', () => {
    expect(isBegun(emptyDraft(questionnaire, brought))).toBe(false);
    expect(isBegun(begun)).toBe(true);
    expect(isBegun(withWords(emptyDraft(questionnaire, brought), 'OQ2', 'Ja'))).toBe(true);
  });

  test('only 1 to 5 and 9 are answers', () => {
    expect(['1', '5', '9', 3].map(answerOf)).toEqual([1, 5, 'dont-know', 3]);
    expect(['0', '6', '', 'often', null, 4.5].map(answerOf)).toEqual(Array<undefined>(6).fill(undefined));
  });
});
