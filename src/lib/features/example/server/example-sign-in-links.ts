import { cast } from '#demo';
import type { Platform } from '#lib/platform/context/index.ts';
import { createSignInLink } from '#lib/platform/sessions/index.ts';
import type { SignIn } from '#lib/platform/sessions/index.ts';
import { shoes } from '../contract.ts';
import type { PersonToBe } from '../contract.ts';
import { mayStepInto } from './policy.ts';
import { exampleStore } from './store.ts';

/** For the command line: how to sign in as each of the six, with a link that works once. Who isn't only in the example is left out. */
export async function exampleSignInLinks(
  platform: Platform,
  signIn: SignIn,
): Promise<readonly (PersonToBe & { readonly email: string; readonly link: string | null })[]> {
  const store = exampleStore(platform.database);
  const found = [];
  for (const each of shoes) {
    const { name, email } = cast[each];
    const account = await store.accountOf(email);
    if (!account || !mayStepInto(await store.organisationsOf(account.id))) continue;
    found.push({ shoes: each, name, email, link: await createSignInLink(signIn, email, platform.publicUrl) });
  }
  return found;
}
