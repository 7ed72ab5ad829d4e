import { inTransaction } from '#lib/platform/context/index.ts';
import type { Context, Platform } from '#lib/platform/context/index.ts';
import { findSubject } from './find-subject.ts';
import { forget } from './forget.ts';
import { accountStore, forgetStore } from './store-forget.ts';
import { leaverStore } from './store-leavers.ts';
import { personalDataStore } from './store.ts';

/**
 * Forgets everyone who left before this moment, for the job that keeps to the agreed periods: one person a transaction,
 * so that one that can't be forgotten keeps nobody else. Somebody who still has access or can be asked about a running
 * peiling is left for a person to decide. Gives how many were forgotten.
 */
export async function forgetLeavers(platform: Platform, context: Context, before: Date): Promise<number> {
  let forgotten = 0;
  const now = context.clock.now();
  for (const personId of await leaverStore(context.database).leftBefore(before)) {
    const accountId = await inTransaction(context, async (inside) => {
      const subject = await findSubject(personalDataStore(inside.database), `p-${personId}`);
      if (!subject) return undefined;
      const isNeeded =
        (await leaverStore(inside.database).hasAccess(subject.accountId, now)) ||
        (await forgetStore(inside.database).isContactOfRunningScan(subject)) ||
        (await forgetStore(inside.database).isKeeperOfRunningScan(subject.name));
      if (isNeeded) return undefined;
      await forget(inside, subject);
      return subject.accountId;
    });
    if (accountId === undefined) continue;
    forgotten += 1;
    if (accountId !== null) await accountStore(platform.database).removeUnused(accountId);
  }
  return forgotten;
}
