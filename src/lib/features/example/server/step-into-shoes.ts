import { z } from 'zod';
import { cast } from '#demo';
import { authorize } from '#lib/platform/context/index.ts';
import type { Platform } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { signInAs } from '#lib/platform/sessions/index.ts';
import type { SignedIn, SignIn } from '#lib/platform/sessions/index.ts';
import { shoes } from '../contract.ts';
import { exampleFaults, exampleMessages } from '../messages.ts';
import { readyExample } from './example-state.ts';
import { mayStepInto } from './policy.ts';
import { exampleStore } from './store.ts';

const StepIntoShoes = z.object({ shoes: z.enum(shoes, 'shoes-unclear') });

/** Signs the visitor in as one of the six people of the example. */
export async function stepIntoShoes(
  platform: Platform,
  signIn: SignIn,
  input: unknown,
  language: Language,
): Promise<{ signedIn: SignedIn; organisationId: string }> {
  const wish = read(StepIntoShoes, input, exampleFaults(language));
  const notMade = new Refusal(409, exampleMessages(language)('not-made'));
  const store = exampleStore(platform.database);
  const [ready, account] = await Promise.all([readyExample(platform), store.accountOf(cast[wish.shoes].email)]);
  if (!ready || !account) throw notMade;
  authorize({ language }, mayStepInto(await store.organisationsOf(account.id)));
  const signedIn = await signInAs(signIn, account.email);
  if (!signedIn) throw notMade;
  return { signedIn, organisationId: ready.id };
}
