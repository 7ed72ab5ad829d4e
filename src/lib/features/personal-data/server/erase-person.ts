import { z } from 'zod';
import { isExample } from '#lib/features/organisation/server/index.ts';
import { audit, authorize, inTransaction } from '#lib/platform/context/index.ts';
import type { Context, Platform } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import type { Erased } from '../contract.ts';
import { personalDataFaults, personalDataMessages } from '../messages.ts';
import { findSubject } from './find-subject.ts';
import { forget } from './forget.ts';
import { mayAnswerRequests } from './policy.ts';
import { accountStore, forgetStore } from './store-forget.ts';
import { personalDataStore } from './store.ts';

const ErasePerson = z.object({
  subject: z.string('subject-unknown').max(80, 'subject-unknown'),
  isSure: z.literal('yes', 'not-sure'),
});

/** Erases a person from everything that is kept here, at their request; what has to stay, stays without a name. */
export async function erasePerson(platform: Platform, context: Context, input: unknown): Promise<Erased> {
  const wish = read(ErasePerson, input, personalDataFaults(context.language));
  authorize(context, mayAnswerRequests(context.actor));
  const say = personalDataMessages(context.language);
  if (await isExample(platform, context.database.organisationId)) throw new Refusal(409, say('example-stays'));
  const { accountId, ...done } = await inTransaction(context, async (inside) => {
    const subject = await findSubject(personalDataStore(inside.database), wish.subject);
    if (!subject) throw new Refusal(404, say('subject-unknown'));
    const store = forgetStore(inside.database);
    if (subject.accountId === context.actor.accountId) throw new Refusal(409, say('not-yourself'));
    if (await store.isContactOfRunningScan(subject)) throw new Refusal(409, say('contact-of-scan'));
    if (await store.isKeeperOfRunningScan(subject.name)) throw new Refusal(409, say('keeper-of-scan'));
    const forgotten = await forget(inside, subject);
    await audit(inside, 'personal-data.erased');
    return { accountId: subject.accountId, ...forgotten };
  });
  const isGone = accountId === null || (await accountStore(platform.database).removeUnused(accountId));
  return { ...done, isAccountKept: !isGone };
}
