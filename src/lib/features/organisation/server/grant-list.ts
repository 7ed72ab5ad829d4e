import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { dayOf } from '#lib/platform/clock/index.ts';
import type { GrantInList } from '../contract.ts';
import { maySeeGrants } from './policy.ts';
import { accountsOfLeavers } from './leavers-with-access.ts';
import { organisationStore } from './store.ts';

/** Who may do what, for which unit and until when. */
export async function grantList(context: Context): Promise<readonly GrantInList[]> {
  authorize(context, maySeeGrants(context.actor));
  const store = organisationStore(context.database);
  const grants = await store.grants(context.clock.now());
  const left = await accountsOfLeavers(store, grants, context.clock.now());
  return grants.map(({ id, accountId, name, email, role, unitName, validUntil }) => ({
    id,
    name,
    email,
    role,
    unitName,
    until: validUntil && dayOf(validUntil),
    hasLeft: left.has(accountId),
  }));
}
