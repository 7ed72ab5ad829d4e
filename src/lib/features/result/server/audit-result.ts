import { scanSetup } from '#lib/features/scan/server/index.ts';
import { contextOf, inTransaction, productActor } from '#lib/platform/context/index.ts';
import type { Platform } from '#lib/platform/context/index.ts';
import { keptSnapshot } from './kept-snapshot.ts';
import { auditKept } from './snapshot-input-of.ts';
import type { KeptAudit } from './store.ts';
import { resultStore } from './store.ts';

/**
 * Audits a result that is there already, and keeps what was found for its page; for the command line. A result that people
 * can read stays readable whatever is found: hiding it afterwards would only tell where to look. null: there is none, or
 * its answers are past their day, so that nobody knows any more who they were of.
 */
export async function auditResult(
  platform: Platform,
  { organisationId, scanId }: { readonly organisationId: string; readonly scanId: string },
): Promise<{ report: KeptAudit; isHeldBack: boolean } | null> {
  const context = contextOf(platform, { organisationId, actor: productActor, language: 'nl' });
  return inTransaction(context, async ({ database, clock }) => {
    const store = resultStore(database);
    await store.lock(scanId);
    const [kept, scan] = [await store.result(scanId), await scanSetup(database, scanId)];
    if (!kept || !scan) return null;
    const report = await auditKept(database, scan, await keptSnapshot(database, kept));
    if (!report) return null;
    const isHeldBack = kept.holdsBack ?? false;
    await store.keepAudit(scanId, report, isHeldBack, clock.now());
    return { report, isHeldBack };
  });
}
