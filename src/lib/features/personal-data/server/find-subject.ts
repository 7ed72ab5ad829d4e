import type { PersonalDataStore, Subject } from './store.ts';

const ofPerson = /^p-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const ofAccount = /^a-([\w-]{1,64})$/;

/** Who a page or a request is about: `p-…` on the list of people, `a-…` an account. Null when nobody here is. */
export async function findSubject(store: PersonalDataStore, subject: string): Promise<Subject | null> {
  const [, personId] = ofPerson.exec(subject) ?? [];
  if (personId !== undefined) {
    const person = await store.person(personId);
    return person ? subjectOfPerson(store, person) : null;
  }
  const [, accountId] = ofAccount.exec(subject) ?? [];
  return accountId === undefined ? null : subjectOfAccount(store, accountId);
}

export async function subjectOfAccount(store: PersonalDataStore, accountId: string): Promise<Subject | null> {
  const account = await store.account(accountId);
  if (!account) return null;
  return withRows(store, { id: accountId, email: account.email }, account);
}

/** Somebody who never signed in isn't tied to an account yet; the same address is the same person. */
async function subjectOfPerson(
  store: PersonalDataStore,
  person: { id: string; name: string; email: string | null; accountId: string | null },
): Promise<Subject> {
  const tied =
    person.accountId ??
    (person.email === null ? undefined : (await store.accountByEmail(person.email.toLowerCase()))?.id);
  const account = tied === undefined ? undefined : await store.account(tied);
  return withRows(store, account ?? null, person);
}

async function withRows(
  store: PersonalDataStore,
  account: { readonly id: string; readonly email: string } | null,
  known: { readonly id: string; readonly name: string; readonly email: string | null },
): Promise<Subject> {
  const rows = await store.rowsOf(account?.id ?? null, addressesOf(account?.email, known.email));
  const own = rows.some(({ id }) => id === known.id) || known.id === account?.id ? [] : [known];
  const here = [...rows, ...own];
  return {
    personIds: here.map(({ id }) => id),
    accountId: account?.id ?? null,
    name: known.name,
    email: known.email ?? account?.email ?? null,
    addresses: addressesOf(account?.email, ...here.map(({ email }) => email)),
  };
}

function addressesOf(...emails: readonly (string | null | undefined)[]): string[] {
  return [...new Set(emails.flatMap((email) => (email ? [email.toLowerCase()] : [])))];
}
