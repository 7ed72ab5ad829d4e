import type { organisationStore } from './store.ts';

type Store = ReturnType<typeof organisationStore>;
type Access = { readonly accountId: string; readonly email: string };

/**
 * The accounts among these of people who stood on the list of people and stand there no longer. A person is tied to an
 * account; who never was, is found by address.
 */
export async function accountsOfLeavers(
  store: Store,
  access: readonly Access[],
  at: Date,
): Promise<ReadonlySet<string>> {
  const accountAt = new Map(access.map(({ email, accountId }) => [email, accountId]));
  const people = await store.peopleWithAccount(
    [...new Set(access.map(({ accountId }) => accountId))],
    [...accountAt.keys()],
  );
  const standings = people.map(({ accountId, email, validUntil }) => ({
    accountId: accountId ?? accountAt.get(email ?? ''),
    isHere: validUntil === null || validUntil > at,
  }));
  const here = new Set(standings.flatMap(({ accountId, isHere }) => (isHere ? [accountId] : [])));
  return new Set(
    standings.flatMap(({ accountId }) => (accountId !== undefined && !here.has(accountId) ? [accountId] : [])),
  );
}

/** Who of these people, who just left, may still sign in and do something here. */
export async function namesWithAccess(
  store: Store,
  known: readonly {
    readonly id: string;
    readonly name: string;
    readonly email: string | null;
    readonly accountId: string | null;
  }[],
  leaving: ReadonlySet<string>,
  at: Date,
): Promise<readonly string[]> {
  if (leaving.size === 0) return [];
  const access = await store.grants(at);
  const gone = await accountsOfLeavers(store, access, at);
  const accountAt = new Map(access.map(({ email, accountId }) => [email, accountId]));
  return known.flatMap(({ id, name, email, accountId }) =>
    leaving.has(id) && gone.has(accountId ?? accountAt.get(email ?? '') ?? '') ? [name] : [],
  );
}
