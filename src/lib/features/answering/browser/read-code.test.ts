import { describe, expect, test } from 'vitest';
import { invitationCode } from '@lerend/ballot';
import { codeInAddress } from './read-code.ts';

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
