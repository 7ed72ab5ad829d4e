import type { Log } from '../log/index.ts';
import { mailFault } from '../mail/index.ts';
import { createSignInToken } from './accounts.ts';
import type { SignIn } from './sign-in.ts';

/** A session that was opened: the cookie that the browser must keep. */
export interface SignedIn {
  readonly accountId: string;
  readonly cookie: { readonly name: string; readonly value: string; readonly maxAge: number };
}

/** Null when the address and the password don't belong together. */
export async function signInWithPassword(signIn: SignIn, email: string, password: string): Promise<SignedIn | null> {
  try {
    return signedIn(await signIn.api.signInEmail({ body: { email, password }, returnHeaders: true }));
  } catch (error) {
    if (isRefusedByLibrary(error)) return null;
    throw error;
  }
}

/** Makes an account with a password and signs it in. Null when the address already has an account. */
export async function signUpWithPassword(
  signIn: SignIn,
  account: { name: string; email: string; password: string; language: string },
): Promise<SignedIn | null> {
  try {
    return signedIn(await signIn.api.signUpEmail({ body: account, returnHeaders: true }));
  } catch (error) {
    if (isRefusedByLibrary(error)) return null;
    throw error;
  }
}

/** Spends a sign-in link. Null when it was used before, is too old or never existed. */
export async function useSignInLink(signIn: SignIn, token: string): Promise<SignedIn | null> {
  try {
    return signedIn(
      await signIn.api.magicLinkVerify({ query: { token }, headers: new Headers(), returnHeaders: true }),
    );
  } catch (error) {
    if (isRefusedByLibrary(error)) return null;
    throw error;
  }
}

/**
 * Mails a sign-in link when the address has an account. It answers before anything is looked up or sent, and a mail
 * that fails goes to the log alone: neither the answer nor the time it takes says whether there is an account.
 */
export function requestSignInLink(signIn: SignIn, email: string, log?: Log): Promise<void> {
  mailSignInLink(signIn, email).catch((error: unknown) => {
    log?.error({ reason: mailFault(error) }, 'A sign-in link could not be mailed');
  });
  return Promise.resolve();
}

async function mailSignInLink(signIn: SignIn, email: string): Promise<void> {
  const { internalAdapter } = await signIn.$context;
  if (!(await internalAdapter.findUserByEmail(email.trim().toLowerCase()))) return;
  await signIn.api.signInMagicLink({ body: { email }, headers: new Headers() });
}

/** Opens a session without asking for a secret: for the shoes of the example organisation only. */
export async function signInAs(signIn: SignIn, email: string): Promise<SignedIn | null> {
  const token = await createSignInToken(signIn, email);
  return token === null ? null : useSignInLink(signIn, token);
}

export async function signOut(signIn: SignIn, headers: Headers): Promise<void> {
  await signIn.api.signOut({ headers });
}

function isRefusedByLibrary(error: unknown): boolean {
  const status = (error as { statusCode?: number }).statusCode;
  return status !== undefined && status < 500;
}

function signedIn(answer: { response: unknown; headers: Headers }): SignedIn {
  const { user } = answer.response as { user: { id: string } };
  const [pair = '', ...attributes] = (answer.headers.getSetCookie()[0] ?? '').split('; ');
  const split = pair.indexOf('=');
  const maxAge = attributes.find((attribute) => attribute.startsWith('Max-Age='))?.slice(8);
  return {
    accountId: user.id,
    cookie: {
      name: pair.slice(0, split),
      value: decodeURIComponent(pair.slice(split + 1)),
      maxAge: Number(maxAge ?? 0),
    },
  };
}
