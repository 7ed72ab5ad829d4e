import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { AuditLine } from '../contract.ts';
import { maySeeAuditLog } from './policy.ts';
import { privacyStore } from './store.ts';

const mostShown = 200;

/** The last things that were done here, by whom; names of things, never their contents. */
export async function auditLog(context: Context): Promise<readonly AuditLine[]> {
  authorize(context, maySeeAuditLog(context.actor));
  const entries = await privacyStore(context.database).auditEntries(mostShown);
  return entries.map(({ id, at, accountId, action, name }) => ({
    id,
    at: at.toISOString(),
    who: name,
    isProduct: accountId === null,
    action,
  }));
}
