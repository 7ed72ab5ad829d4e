import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromBase64url } from '@lerend/ballot';
import { decodeOpenBallot, encodeOpenBallotText, openBallotBytes, openTextLength, plainText } from './open-payload.ts';

const bytesOf = (answers: Record<string, string>) =>
  fromBase64url(encodeOpenBallotText({ answers })) ?? new Uint8Array(0);

describe('a ballot with words', () => {
  test('has the same size whatever was written, and comes back in plain text', () => {
    const written = fc.string({
      maxLength: openTextLength,
      unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)),
    });
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('OQ1', 'OQ2', 'OQ3'), written), (answers) => {
        const plain = Object.entries(answers).map(([id, text]) => [id, plainText(text)] as const);
        const bytes = bytesOf(answers);
        expect(bytes).toHaveLength(openBallotBytes);
        expect(decodeOpenBallot(bytes)).toEqual({
          ok: true,
          ballot: { answers: Object.fromEntries(plain.filter(([, text]) => text !== '')) },
        });
      }),
    );
  });

  test('loses control characters, halves of letters and white space around it, and keeps its lines', () => {
    expect(plainText('  Eén\u0000 ding:\r\n\ttijd \ud83d ')).toBe('Eén ding:\n\ttijd \ufffd');
  });

  test('of three answers of the greatest length in the widest letters fits', () => {
    const longest = '€'.repeat(openTextLength);
    expect(decodeOpenBallot(bytesOf({ OQ1: longest, OQ2: longest, OQ3: longest })).ok).toBe(true);
  });

  test('is refused when it is too long, of another version or size, or has something behind it', () => {
    const good = bytesOf({ OQ1: 'Tijd' });
    const changed = (at: number, value: number) => good.map((byte, index) => (index === at ? value : byte));
    const wrong = [
      bytesOf({ OQ1: 'x'.repeat(openTextLength + 1) }),
      bytesOf({ 'no id': 'Tijd' }),
      changed(0, 2),
      changed(openBallotBytes - 1, 1),
      good.subarray(1),
      new Uint8Array(openBallotBytes),
    ];
    expect(wrong.map((payload) => decodeOpenBallot(payload).ok)).toEqual(wrong.map(() => false));
  });
});
