import type { Context } from '#lib/platform/context/index.ts';
import { personalDataMessages } from '../messages.ts';
import type { Erased } from '../contract.ts';
import { forgetStore } from './store-forget.ts';
import type { Subject } from './store.ts';
import { isReplaceable, replacementsFor } from './words-for-nobody.ts';

/**
 * Takes one person out of everything this organisation keeps, in the caller's transaction. What must stay for others
 * stays without a name. The account itself is for the caller, after the transaction: it belongs to no organisation.
 */
export async function forget(inside: Context, subject: Subject): Promise<Omit<Erased, 'isAccountKept'>> {
  const store = forgetStore(inside.database);
  const by = personalDataMessages(inside.language)('former');
  const { personIds } = subject;
  const isShared = await store.hasNamesake(subject);
  const openInvitations = personIds.length === 0 ? 0 : await store.openInvitations(personIds);
  if (personIds.length > 0) await store.forgetPeople(personIds, by);
  if (subject.accountId !== null) await store.forgetActor(subject.accountId);
  await store.forgetAddresses(subject.addresses, by);
  if (!isShared) await store.forgetName(subject.name, by);
  for (const replacement of replacementsFor(subject, { isShared, by })) await store.replaceInTexts(replacement);
  return { name: subject.name, areTextsKept: isShared || !isReplaceable(subject.name), openInvitations };
}
