import type { organisationStore } from './store.ts';

type Store = ReturnType<typeof organisationStore>;

/** The addresses among these grants of people who stood on the list of people and stand there no longer. */
export async function addressesOfLeavers(
  store: Store,
  grants: readonly { readonly email: string }[],
  at: Date,
): Promise<ReadonlySet<string>> {
  const people = await store.peopleWithAddress([...new Set(grants.map(({ email }) => email))]);
  const isHere = new Set(people.flatMap(({ email, validUntil }) => (validUntil && validUntil <= at ? [] : [email])));
  return new Set(people.flatMap(({ email }) => (email !== null && !isHere.has(email) ? [email] : [])));
}

/** Who of these people, who just left, may still sign in and do something here. */
export async function namesWithAccess(
  store: Store,
  known: readonly { readonly id: string; readonly name: string; readonly email: string | null }[],
  leaving: ReadonlySet<string>,
  at: Date,
): Promise<readonly string[]> {
  if (leaving.size === 0) return [];
  const withAccess = new Set((await store.grants(at)).map(({ email }) => email));
  const gone = await addressesOfLeavers(
    store,
    [...withAccess].map((email) => ({ email })),
    at,
  );
  return known.flatMap(({ id, name, email }) => (leaving.has(id) && email !== null && gone.has(email) ? [name] : []));
}
