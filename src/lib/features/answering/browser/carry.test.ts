import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { invitationCode } from '@lerend/ballot';
import { broughtDraft, carriedDraft } from './carry.ts';
import { emptyDraft, withAnswer, withWords } from './draft.ts';
import type { Draft } from './draft.ts';
import { broughtByAddress } from './read-code.ts';

const questionnaire = { form: 'full', instrumentVersion: '1.0.0' } as const;
const code = invitationCode(new Uint8Array([1, 2, 3, 4, 5, 6, 7]));
const brought = { code, fingerprint: '7KQM-3XWD-0A2C-9F3T' };
const itemIds = Array.from({ length: 44 }, (_, at) => `IT${at + 1}`);
const most = 8000;

const begun = itemIds
  .slice(0, 30)
  .reduce(
    (draft, id, at) => withAnswer(draft, id, at % 7 === 0 ? 'dont-know' : 4, 900 * at),
    emptyDraft(questionnaire, brought),
  );
const keys = { number: 'B'.repeat(87), privateKey: 'M'.repeat(184), seed: 's'.repeat(43) };
const sealing = {
  place: {
    scanId: '00000000-0000-4000-8000-000000000001',
    groupId: '00000000-0000-4000-8000-000000000002',
    openingKey: 'k'.repeat(43),
  },
  counter: 2,
  ballot: { ...keys, proof: { prefix: 'p', credential: 'c' } },
  words: { ...keys, seed: 't'.repeat(43), proof: null },
};

const arrived = (draft: Draft, room = most) => {
  const carried = carriedDraft(draft, itemIds, room);
  return carried && broughtDraft(`#${carried.hash}`, questionnaire, itemIds);
};

describe('a draft that its respondent carries to another device', () => {
  test('arrives as it left, words and all', () => {
    const full = withWords({ ...begun, step: 8 }, 'OQ1', 'Tijd.\nÉn rust ~ 100 %.');
    expect(arrived(full)).toEqual({ ...full, pauses: full.pauses.map((pause) => Math.round(pause / 100) * 100) });
  });

  test('takes the keys of an attempt that broke off along, and asks for the proof again', () => {
    const { ballot, words } = sealing;
    expect(arrived({ ...begun, sealing })?.sealing).toEqual({
      ...sealing,
      ballot: { ...ballot, proof: null },
      words: { ...words, proof: null },
    });
    expect(arrived({ ...begun, sealing: { ...sealing, words: null } })?.sealing?.words).toBeNull();
  });

  test('takes the lot of a scan in parts along', () => {
    const drawn = { ...begun, asked: itemIds.filter((_, at) => at % 2 === 0) };
    expect(arrived(drawn)?.asked).toEqual(drawn.asked);
  });

  test('leaves words behind that don’t fit, and says so', () => {
    const long = withWords(begun, 'OQ1', 'x'.repeat(500));
    expect(carriedDraft(long, itemIds, 400)).toMatchObject({ hasWords: false });
    expect(arrived(long, 400)).toMatchObject({ answers: begun.answers, words: {} });
    expect(carriedDraft(begun, itemIds, 20)).toBeUndefined();
  });

  test('without keys fits a QR code that a telephone reads from a screen', () => {
    expect(carriedDraft(begun, itemIds, most)?.hash.length).toBeLessThan(300);
    expect(carriedDraft({ ...begun, sealing }, itemIds, most)?.hash.length).toBeLessThan(1100);
  });

  test('is an invitation’s link as well: code and fingerprint stand where they always stand', () => {
    expect(broughtByAddress(`#${carriedDraft(begun, itemIds, most)?.hash ?? ''}`)).toEqual(brought);
  });

  test.each([
    '',
    `#${code}`,
    `#${code}~7KQM-3XWD-0A2C-9F3T`,
    `#${code}~~d1~3~444`,
    `#${code}~~d2~3~${'4'.repeat(44)}`,
    `#${code}~~d1~3~${'8'.repeat(44)}`,
  ])('is not there in %s', (hash) => {
    expect(broughtDraft(hash, questionnaire, itemIds)).toBeUndefined();
  });

  test('whatever stands behind the #, it is a draft or nothing', () => {
    const part = fc.oneof(fc.string(), fc.constant('d1'), fc.constant(code), fc.constant('4'.repeat(44)));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 10 }), (parts) => {
        expect(() => broughtDraft(`#${parts.join('~')}`, questionnaire, itemIds)).not.toThrow();
      }),
    );
  });
});
