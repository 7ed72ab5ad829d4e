import { randomBytes } from 'node:crypto';
import type { Database } from '../database/index.ts';
import { newId } from '../database/index.ts';
import type { Language } from '../language/index.ts';
import { hashedToken } from './hashed-token.ts';
import { signInLinkMinutes } from './link-lifetime.ts';
import { signInLinkUrl } from './sign-in-link-mail.ts';
import type { SignIn } from './sign-in.ts';

/** Finds the account of a mail address, or makes one without a password: its owner enters through a sign-in link. */
export async function createAccount(
  database: Database,
  account: { name: string; email: string; language: Language },
): Promise<{ id: string; isNew: boolean }> {
  const email = account.email.trim().toLowerCase();
  const id = newId();
  const made = await database.everyone
    .insertInto('account')
    .values({ id, name: account.name, email, language: account.language })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (made) return { id, isNew: true };
  const known = await database.everyone
    .selectFrom('account')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow();
  return { id: known.id, isNew: false };
}

/** Removes an account with its sessions, unless it has, or ever had, access somewhere. */
export async function removeUnusedAccount(database: Database, accountId: string): Promise<void> {
  await database.everyone
    .deleteFrom('account')
    .where('id', '=', accountId)
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom('grant').select('grant.id').where('grant.accountId', '=', accountId))),
    )
    .execute();
}

/** A link that signs this account in, for whoever has it: for the administrator's command line. Null when there is no such account. */
export async function createSignInLink(signIn: SignIn, email: string, publicUrl: string): Promise<string | null> {
  const token = await createSignInToken(signIn, email);
  return token === null ? null : signInLinkUrl(publicUrl, token);
}

/** A token that signs this account in once; null when there is no such account. */
export async function createSignInToken(signIn: SignIn, email: string): Promise<string | null> {
  const { internalAdapter } = await signIn.$context;
  const token = randomBytes(24).toString('base64url');
  const account = await internalAdapter.findUserByEmail(email.trim().toLowerCase());
  if (!account) return null;
  await internalAdapter.createVerificationValue({
    identifier: await hashedToken(token),
    value: JSON.stringify({ email: account.user.email, attempt: 0 }),
    expiresAt: new Date(Date.now() + signInLinkMinutes * 60_000),
  });
  return token;
}
