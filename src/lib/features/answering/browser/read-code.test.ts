import { describe, expect, test } from 'vitest';
import { invitationCode } from '@lerend/ballot';
import { codeInAddress, typedCode } from './read-code.ts';

const code = invitationCode(new Uint8Array([1, 2, 3, 4, 5, 6, 7]));

describe('a code behind the # of the address', () => {
  test.each([`#${code}`, `#${code.toLowerCase()}`, `#${code.replaceAll('-', '')}`, `#${code.replaceAll('-', '%20')}`])(
    'is read from %s',
    (hash) => {
      expect(codeInAddress(hash)).toBe(code);
    },
  );

  test.each(['', '#', '#content', '#%', '#%zz', `#${code}1`])('is not read from %s', (hash) => {
    expect(codeInAddress(hash)).toBe('');
  });
});

describe('a typed code', () => {
  test('says what is wrong with it: nothing there, too short, a strange character, a slip', () => {
    const slip = (code[0] === 'A' ? 'B' : 'A') + code.slice(1);
    expect(['', 'ABC', code.replace(/.$/, '?'), slip].map((typed) => typedCode(typed))).toEqual([
      { ok: false, text: 'code-empty' },
      { ok: false, text: 'code-length' },
      { ok: false, text: 'code-character' },
      { ok: false, text: 'code-typing' },
    ]);
  });

  test('is taken with small letters and spaces', () => {
    expect(typedCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toEqual({ ok: true, code });
  });
});
