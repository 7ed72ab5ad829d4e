import { z } from 'zod';
import type { Platform } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import { withinRateLimit } from '#lib/platform/rate-limit/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { requestSignInLink, signInWithPassword, useSignInLink } from '#lib/platform/sessions/index.ts';
import type { SignedIn, SignIn } from '#lib/platform/sessions/index.ts';
import { organisationFaults, organisationMessages } from '../messages.ts';

const quarterOfAnHour = 15 * 60;
const passwordAttempts = { attempts: 10, windowSeconds: quarterOfAnHour };
const linkRequests = { attempts: 4, windowSeconds: quarterOfAnHour };

const email = z.string().trim().toLowerCase().pipe(z.email('email-unclear'));
const WithPassword = z.object({ email, password: z.string().min(1, 'sign-in-wrong').max(200, 'sign-in-wrong') });
const WithAddress = z.object({ email });

/** Signs in with address and password; guesses are limited per address. */
export async function signInHere(
  platform: Platform,
  signIn: SignIn,
  input: unknown,
  language: Language,
): Promise<SignedIn> {
  const wish = read(WithPassword, input, organisationFaults(language));
  const say = organisationMessages(language);
  const mayTry = await withinRateLimit(
    platform.database.pool,
    `password:${wish.email}`,
    passwordAttempts,
    platform.clock.now(),
  );
  if (!mayTry) throw new Refusal(429, say('too-many'));
  const signedIn = await signInWithPassword(signIn, wish.email, wish.password);
  if (!signedIn) throw new Refusal(401, say('sign-in-wrong'));
  return signedIn;
}

/** Mails a sign-in link. Says the same whether the address is known or not. */
export async function askSignInLink(
  platform: Platform,
  signIn: SignIn,
  input: unknown,
  language: Language,
): Promise<void> {
  const wish = read(WithAddress, input, organisationFaults(language));
  if (!platform.mailer.canSend) throw new Refusal(503, organisationMessages(language)('link-cannot-be-mailed'));
  const mayAsk = await withinRateLimit(
    platform.database.pool,
    `link:${wish.email}`,
    linkRequests,
    platform.clock.now(),
  );
  if (!mayAsk) throw new Refusal(429, organisationMessages(language)('too-many'));
  await requestSignInLink(signIn, wish.email, platform.log);
}

/** Spends a sign-in link. */
export async function spendSignInLink(signIn: SignIn, input: unknown, language: Language): Promise<SignedIn> {
  const { token } = read(
    z.object({ token: z.string().min(10, 'link-missing').max(200, 'link-missing') }),
    input,
    organisationFaults(language),
  );
  const signedIn = await useSignInLink(signIn, token);
  if (!signedIn) throw new Refusal(410, organisationMessages(language)('link-spent'));
  return signedIn;
}
