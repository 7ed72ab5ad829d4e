import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { invitationCode, invitationCodeBytes, parseInvitationCode } from './index.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const derived = fc.uint8Array({ minLength: invitationCodeBytes, maxLength: 32 });

describe('an invitation code', () => {
  test('has three groups of four, and other bytes give another code', () => {
    expect(invitationCode(new Uint8Array(7))).toBe('0000-0000-0000');
    fc.assert(
      fc.property(derived, derived, (one, other) => {
        expect(invitationCode(one)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
        const bits = (bytes: Uint8Array) => [...bytes.slice(0, 6), (bytes[6] ?? 0) >> 1].join();
        expect(invitationCode(one) === invitationCode(other)).toBe(bits(one) === bits(other));
      }),
    );
    expect(() => invitationCode(new Uint8Array(6))).toThrow(RangeError);
  });

  test('is read however people write it', () => {
    const spellings = fc.constantFrom<(code: string) => string>(
      (code) => code.toLowerCase(),
      (code) => code.replaceAll('-', ''),
      (code) => ` ${code.replaceAll('-', ' – ')} `,
      (code) => code.replaceAll('0', 'o').replaceAll('1', 'l'),
      (code) => code.replaceAll('0', 'O').replaceAll('1', 'I'),
    );
    fc.assert(
      fc.property(derived, spellings, (bytes, respell) => {
        const code = invitationCode(bytes);
        expect(parseInvitationCode(respell(code))).toEqual({ ok: true, code });
      }),
    );
  });

  test('with one character wrong is a typing error, whichever it is', () => {
    const slips = fc.record({ bytes: derived, at: fc.nat({ max: 11 }), letter: fc.constantFrom(...alphabet) });
    fc.assert(
      fc.property(slips, ({ bytes, at, letter }) => {
        const letters = Array.from(invitationCode(bytes).replaceAll('-', ''));
        fc.pre(letters[at] !== letter);
        letters[at] = letter;
        expect(parseInvitationCode(letters.join(''))).toEqual({ ok: false, fault: 'typing-error' });
      }),
      { numRuns: 1000 },
    );
  });

  test('with two characters swapped is a typing error, however far apart they are', () => {
    const places = fc.nat({ max: 11 });
    fc.assert(
      fc.property(derived, places, places, (bytes, one, other) => {
        const letters = Array.from(invitationCode(bytes).replaceAll('-', ''));
        fc.pre(letters[one] !== letters[other]);
        [letters[one], letters[other]] = [letters[other] ?? '', letters[one] ?? ''];
        expect(parseInvitationCode(letters.join(''))).toEqual({ ok: false, fault: 'typing-error' });
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['empty', ' - '],
    ['wrong-length', '7KQM-3XWD-0A2'],
    ['unknown-character', '7KQM-3XWD-0A2U'],
    ['unknown-character', '7KQM-3XWD-0A2!'],
  ])('that is none says how: %s', (fault, typed) => {
    expect(parseInvitationCode(typed)).toEqual({ ok: false, fault });
  });
});
