import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { SubjectInList } from '../contract.ts';
import { mayAnswerRequests } from './policy.ts';
import { personalDataStore } from './store.ts';

/** Everyone of whom something is kept, by name: who works here, who left, and accounts that stand on no list. */
export async function subjectList(context: Context, looksFor: string): Promise<readonly SubjectInList[]> {
  authorize(context, mayAnswerRequests(context.actor));
  const store = personalDataStore(context.database);
  const [people, accounts] = await Promise.all([store.people(), store.accounts()]);
  const now = context.clock.now();
  const tied = new Set(people.flatMap(({ accountId }) => (accountId === null ? [] : [accountId])));
  const addresses = new Set(people.flatMap(({ email }) => (email === null ? [] : [email.toLowerCase()])));
  const everyone: SubjectInList[] = [
    ...people.map(({ id, name, email, validUntil }) => ({
      subject: `p-${id}`,
      name,
      email,
      standing: validUntil === null || validUntil > now ? ('here' as const) : ('left' as const),
    })),
    ...accounts
      .filter(({ id, email }) => !tied.has(id) && !addresses.has(email.toLowerCase()))
      .map(({ id, name, email }) => ({ subject: `a-${id}`, name, email, standing: 'account' as const })),
  ];
  const wanted = looksFor.trim().toLowerCase();
  return everyone.filter(
    ({ name, email }) => name.toLowerCase().includes(wanted) || email?.toLowerCase().includes(wanted),
  );
}
