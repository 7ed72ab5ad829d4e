import { latestResultFor, snapshotOf } from '#lib/features/result/server/index.ts';
import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { renderConversationSheet } from '#lib/report/index.ts';
import { conversationMessages } from '../messages.ts';
import { unitOrRefusal } from './conversation-of.ts';
import { mayLeadConversation } from './policy.ts';
import { conversationStore } from './store.ts';

/** The conversation on one printed A3; the result stands behind a fold. */
export async function conversationSheet(
  context: Context,
  unitId: string,
): Promise<{ bytes: Uint8Array; unitName: string }> {
  authorize(context, mayLeadConversation(context.actor, unitId));
  const unit = await unitOrRefusal(context, unitId);
  const store = conversationStore(context.database);
  const [open, scan, organisation] = await Promise.all([
    store.open(unitId),
    latestResultFor(context, unitId),
    store.organisationName(),
  ]);
  const readable = scan && (await snapshotOf(context, scan.id));
  const idInScan = readable?.idIn(unitId) ?? null;
  const bytes = await renderConversationSheet(
    {
      organisation,
      unit: unit.name,
      scanTitle: scan?.title ?? conversationMessages(context.language)('sheet-without-scan'),
      date: open?.heldOn ?? open?.plannedOn ?? null,
      result: readable && idInScan ? { snapshot: readable.snapshot, unitId: idInScan } : null,
    },
    { language: context.language },
  );
  return { bytes, unitName: unit.name };
}
