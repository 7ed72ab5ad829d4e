import { dayOf } from '#lib/platform/clock/index.ts';
import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { AuditInShort } from '../contract.ts';
import { mayReadAudit, mayReadAuditInShort } from './policy.ts';
import { presentAudit } from './present-audit.ts';
import { ofScan } from './result-input.ts';
import { resultStore } from './store.ts';
import type { KeptAudit } from './store.ts';

/** The last audit of a peiling for the privacy file: what was tried and found, not where. null: there is none. */
export async function auditInShort(context: Context, scanId: string): Promise<AuditInShort | null> {
  authorize(context, mayReadAuditInShort(context.actor));
  const kept = await resultStore(context.database).audit(scanId);
  if (!kept) return null;
  // Kept by `keepAudit`, and by nothing else.
  const report = kept.report as unknown as KeptAudit;
  return {
    auditedAt: dayOf(kept.auditedAt),
    isHeldBack: kept.holdsBack,
    ...presentAudit(report, context.language),
  };
}

/** Whether this reader, who wants a result that is held back, should be led to what the audit found. */
export async function leadsToAudit(context: Context, scanId: string): Promise<boolean> {
  const asked = ofScan.safeParse({ scanId });
  if (!mayReadAudit(context.actor) || !asked.success) return false;
  return (await resultStore(context.database).result(scanId))?.holdsBack ?? false;
}
