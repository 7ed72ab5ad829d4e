import { inTransaction } from '#lib/platform/context/index.ts';
import type { Context, Platform } from '#lib/platform/context/index.ts';
import { accountStore } from './store-forget.ts';
import { leaverStore } from './store-leavers.ts';

/** A sign-up that led nowhere, or an account that lost its last role, is kept for a month in case of a mistake. */
const leftOverDays = 30;

/** Deletes roles that ended before this moment, and the accounts that have none left anywhere. Gives how many roles went. */
export async function forgetEndedAccess(platform: Platform, context: Context, before: Date): Promise<number> {
  const ended = await inTransaction(context, async (inside) => {
    const store = leaverStore(inside.database);
    const accountIds = (await store.removeEndedGrants(before)).map(({ accountId }) => accountId);
    await store.forgetActorsWithoutGrant([...new Set(accountIds)]);
    return accountIds;
  });
  for (const accountId of new Set(ended)) await accountStore(platform.database).removeUnused(accountId);
  return ended.length;
}

/** Accounts without any role, and sign-in links and sessions that ended: they belong to no organisation. */
export function forgetLeftOverAccounts({ database, clock }: Pick<Platform, 'database' | 'clock'>): Promise<number> {
  const now = clock.now();
  return accountStore(database).removeLeftOver(new Date(now.getTime() - leftOverDays * 86_400_000), now);
}
