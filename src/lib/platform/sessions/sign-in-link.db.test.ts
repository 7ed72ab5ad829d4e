import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { pino } from 'pino';
import type { Mailer } from '../mail/index.ts';
import { testWorld } from '../testing/index.ts';
import type { TestWorld } from '../testing/index.ts';
import { createAccount } from './accounts.ts';
import { requestSignInLink } from './sign-in-actions.ts';
import { createSignIn } from './sign-in.ts';
import type { SignIn } from './sign-in.ts';

const known = 'an@voorbeeld.nl';
let world: TestWorld;
let lines: string[];

beforeEach(async () => {
  world = await testWorld(new Date());
  lines = [];
  await createAccount(world.platform.database, { name: 'An', email: known, language: 'nl' });
});
afterEach(() => world.close());

const signInWith = (sendNow: Mailer['sendNow']): SignIn =>
  createSignIn({
    pool: world.platform.database.pool,
    publicUrl: world.platform.publicUrl,
    secret: 'a secret for tests, long enough to be one',
    mailer: { canSend: true, sendNow },
  });
const ask = (signIn: SignIn, email: string): Promise<void> =>
  requestSignInLink(signIn, email, pino({}, { write: (line) => void lines.push(line) }));
const refusing = (to: string): Promise<never> =>
  Promise.reject(Object.assign(new Error(`550 <${to}>: no such user`), { code: 'EENVELOPE', responseCode: 550 }));

test('a link is mailed to who has an account, and to nobody else', async () => {
  const signIn = signInWith(world.platform.mailer.sendNow);
  await ask(signIn, 'onbekend@voorbeeld.nl');
  await ask(signIn, known);
  await vi.waitFor(() => expect(world.sentMail).toHaveLength(1));
  expect(world.sentMail[0]).toMatchObject({
    to: known,
    text: expect.stringContaining('/sign-in/link?token=') as string,
  });
});

test('the answer is the same when the mail server refuses, and the log tells no address', async () => {
  const signIn = signInWith(({ to }) => refusing(to));
  await expect(ask(signIn, 'onbekend@voorbeeld.nl')).resolves.toBeUndefined();
  await expect(ask(signIn, known)).resolves.toBeUndefined();
  await vi.waitFor(() => expect(lines).toHaveLength(1));
  expect(lines[0]).toContain('"reason":"EENVELOPE"');
  expect(lines[0]).not.toContain('voorbeeld');
});

test('the answer doesn’t wait for a mail server that is slow', async () => {
  let letGo = (): void => undefined;
  let isAsked = false;
  const slow = new Promise<void>((resolve) => (letGo = resolve));
  const signIn = signInWith(() => {
    isAsked = true;
    return slow;
  });
  await ask(signIn, known);
  await vi.waitFor(() => expect(isAsked).toBe(true));
  letGo();
  expect(lines).toEqual([]);
});
