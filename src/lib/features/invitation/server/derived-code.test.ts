import { parseInvitationCode } from '@lerend/ballot';
import { expect, test } from 'vitest';
import { secretsFrom } from '#lib/platform/secrets/index.ts';
import { codeOf, tagOf } from './derived-code.ts';
import { invitationLink, isAddressLocal, typedAddress } from './invitation-link.ts';

const secrets = secretsFrom(new Uint8Array(32).fill(1));
const others = secretsFrom(new Uint8Array(32).fill(2));

test('a code is the same whenever it is made, and another one for another invitation, peiling or installation', () => {
  const code = codeOf(secrets, 'scan', 'invitation');
  expect(codeOf(secrets, 'scan', 'invitation')).toBe(code);
  expect(parseInvitationCode(code)).toEqual({ ok: true, code });
  const elsewhere = [
    codeOf(secrets, 'scan', 'other'),
    codeOf(secrets, 'other', 'invitation'),
    codeOf(others, 'scan', 'invitation'),
  ];
  expect(new Set([code, ...elsewhere]).size).toBe(4);
});

test('ten thousand invitations have ten thousand codes', () => {
  const codes = new Set(Array.from({ length: 10_000 }, (_, at) => codeOf(secrets, 'scan', `invitation-${at}`)));
  expect(codes.size).toBe(10_000);
});

test('the tag of a code is made with another key than the code', () => {
  const code = codeOf(secrets, 'scan', 'invitation');
  expect(tagOf(secrets, 'scan', code)).toEqual(tagOf(secrets, 'scan', code));
  expect(tagOf(secrets, 'other', code)).not.toEqual(tagOf(secrets, 'scan', code));
  expect(tagOf(others, 'scan', code)).not.toEqual(tagOf(secrets, 'scan', code));
});

test('the code stands after the #, where no server sees it; the typed address has none', () => {
  const scan = { code: 'ABCD2345', fingerprint: 'QK5V-JFZW-QKQH-YA1Q' };
  expect(invitationLink('https://leren.voorbeeld.nl', scan, '7KQM-3XWD-0A2C')).toBe(
    'https://leren.voorbeeld.nl/s/ABCD2345#7KQM-3XWD-0A2C~QK5V-JFZW-QKQH-YA1Q',
  );
  expect(typedAddress('https://leren.voorbeeld.nl', 'ABCD2345')).toBe('leren.voorbeeld.nl/s/ABCD2345');
});

test.each([
  ['http://localhost:3000', true],
  ['http://127.0.0.1', true],
  ['http://[::1]:3000', true],
  ['https://leren.voorbeeld.nl', false],
  ['http://192.168.1.20:3000', false],
])('%s leads to this machine only: %s', (address, isLocal) => {
  expect(isAddressLocal(address)).toBe(isLocal);
});
