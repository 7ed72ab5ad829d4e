import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Platform } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import {
  minimumPasswordLength,
  removeUnusedAccount,
  signInWithPassword,
  signUpWithPassword,
} from '#lib/platform/sessions/index.ts';
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
  const made = await signUpWithPassword(signIn, { name, email, password, language });
  const signedIn = made ?? (await signInWithPassword(signIn, email, password));
  if (!signedIn) throw new Refusal(409, say('email-known'), 'email');
  const coordinator = { id: signedIn.accountId, name, email };
  try {
    const wished = { organisationName: wish.organisationName };
    const { organisationId } = await startOrganisation(platform, coordinator, wished, language, { isFirst: true });
    return { signedIn, organisationId };
  } catch (fault) {
    // Somebody else began first: what was just made for this person would be an account that opens nothing.
    if (made && fault instanceof Refusal) await removeUnusedAccount(platform.database, made.accountId);
    throw fault;
  }
}

function isEqual(one: string, other: string): boolean {
  const digest = (text: string): Buffer =>
    createHash('sha256').update(text.toUpperCase().replace(/[\s-]/g, '')).digest();
  return timingSafeEqual(digest(one), digest(other));
}
