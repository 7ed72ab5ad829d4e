import type { Snapshot } from '@lerend/analysis';
import type { ScanSetup } from '#lib/features/scan/contract.ts';
import { scanSetup } from '#lib/features/scan/server/index.ts';
import { contextOf, inTransaction, productActor } from '#lib/platform/context/index.ts';
import type { Platform } from '#lib/platform/context/index.ts';
import type { OrganisationDatabase } from '#lib/platform/database/index.ts';
import { keptSnapshot } from './kept-snapshot.ts';
import { audited } from './result-from.ts';
import { snapshotInputOf } from './snapshot-input-of.ts';
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

/** A result that was kept before, held against the audit of today; null when its answers are past their day. */
async function auditKept(
  database: OrganisationDatabase,
  scan: ScanSetup,
  snapshot: Snapshot,
): Promise<KeptAudit | null> {
  const input = await snapshotInputOf(database, scan);
  const hasFigures = snapshot.units.some(({ figuresFrom, id }) => figuresFrom === id);
  return hasFigures && input.answers.length === 0 ? null : (await audited(input, snapshot)).report;
}
