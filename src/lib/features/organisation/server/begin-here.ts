import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Platform } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { minimumPasswordLength, signInWithPassword, signUpWithPassword } from '#lib/platform/sessions/index.ts';
import type { SignedIn, SignIn } from '#lib/platform/sessions/index.ts';
import { organisationFaults, organisationMessages } from '../messages.ts';
import { mayStartOrganisation } from './may-start-organisation.ts';
import { startOrganisation } from './start-organisation.ts';

const BeginHere = z.object({
  organisationName: z.string().trim().min(1, 'organisation-name-missing').max(120, 'name-too-long'),
  name: z.string().trim().min(1, 'your-name-missing').max(120, 'name-too-long'),
  email: z.string().trim().toLowerCase().pipe(z.email('email-unclear')),
  password: z.string().min(minimumPasswordLength, 'password-too-short').max(200, 'password-too-short'),
  setupCode: z.string().trim().default(''),
});

/** The very first account: its owner becomes coordinator of the organisation they name. */
export async function beginHere(
  platform: Platform,
  signIn: SignIn,
  request: { setupCode: string | null; input: unknown; language: Language },
): Promise<{ signedIn: SignedIn; organisationId: string }> {
  const { setupCode, input, language } = request;
  const wish = read(BeginHere, input, organisationFaults(language));
  const say = organisationMessages(language);
  if (!(await mayStartOrganisation(platform))) throw new Refusal(409, say('start-closed'));
  if (setupCode !== null && !isEqual(wish.setupCode, setupCode))
    throw new Refusal(403, say('setup-code-wrong'), 'setupCode');
  const { name, email, password } = wish;
  // A second try after a broken connection finds the account that the first one made.
  const signedIn =
    (await signUpWithPassword(signIn, { name, email, password, language })) ??
    (await signInWithPassword(signIn, email, password));
  if (!signedIn) throw new Refusal(409, say('email-known'), 'email');
  const coordinator = { id: signedIn.accountId, name, email };
  const { organisationId } = await startOrganisation(
    platform,
    coordinator,
    { organisationName: wish.organisationName },
    language,
    { isFirst: true },
  );
  return { signedIn, organisationId };
}

function isEqual(one: string, other: string): boolean {
  const digest = (text: string): Buffer =>
    createHash('sha256').update(text.toUpperCase().replace(/[\s-]/g, '')).digest();
  return timingSafeEqual(digest(one), digest(other));
}
