import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { ContactPerson, ContactPersonKept } from '../contract.ts';
import { mayKeepContacts } from './policy.ts';
import { contactStore } from './store.ts';

/** The contact persons with their addresses, for who keeps them. */
export async function contactPeople(context: Context): Promise<readonly ContactPersonKept[]> {
  authorize(context, mayKeepContacts(context.actor));
  const people = await contactStore(context.database).people();
  return people.map(({ id, kind, name, email, about }) => ({ id, kind, name, email, about }));
}

/** For everyone else: the address stays out. */
export const presentPerson = ({ id, kind, name, about }: ContactPersonKept): ContactPerson => ({
  id,
  kind,
  name,
  about,
});
