import { expect, test } from 'vitest';
import { mailRoute } from './mailer.ts';

test.each([
  ['smtps://lerend:geheim@mail.voorbeeld.nl', 'Lerend <leren@voorbeeld.nl>', 'own'],
  ['smtp://voorbeeld.nl:25', 'leren@voorbeeld.nl', 'own'],
  ['smtps://smtp.elders.example', 'Lerend <leren@voorbeeld.nl>', 'other'],
  ['smtps://smtp.nepvoorbeeld.nl', 'leren@voorbeeld.nl', 'other'],
  ['smtp://127.0.0.1:2525', 'Lerend <lerend@localhost>', 'other'],
  ['smtp://mail.voorbeeld.nl', 'Lerend', 'unknown'],
])('mail from %s as %s goes past a server that is %s', (smtpUrl, from, route) => {
  expect(mailRoute(smtpUrl, from)).toBe(route);
});
