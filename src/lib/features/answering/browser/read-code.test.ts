import { describe, expect, test } from 'vitest';
import { invitationCode } from '@lerend/ballot';
import { broughtByAddress } from './read-code.ts';

const code = invitationCode(new Uint8Array([1, 2, 3, 4, 5, 6, 7]));

describe('a code behind the # of the address', () => {
  test.each([`#${code}`, `#${code.toLowerCase()}`, `#${code.replaceAll('-', '')}`, `#${code.replaceAll('-', '%20')}`])(
    'is read from %s',
    (hash) => {
      expect(broughtByAddress(hash)).toEqual({ code, fingerprint: '' });
    },
  );

  test.each(['', '#', '#content', '#%', '#%zz', `#${code}1`])('is not read from %s', (hash) => {
    expect(broughtByAddress(hash)).toEqual({ code: '', fingerprint: '' });
  });

  test.each([`#${code}~7KQM-3XWD-0A2C-9F3T`, `#${code}%7E7KQM-3XWD-0A2C-9F3T`])(
    'is read from %s, with the fingerprint behind it',
    (hash) => {
      expect(broughtByAddress(hash)).toEqual({ code, fingerprint: '7KQM-3XWD-0A2C-9F3T' });
    },
  );
});
