import { latestResultFor } from '#lib/features/result/server/index.ts';
import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { UnitConversations } from '../contract.ts';
import { unitOrRefusal } from './conversation-of.ts';
import { mayLeadConversation, mayReadConversation, mayReadOutcome } from './policy.ts';
import { parts, presentInList } from './present.ts';
import { conversationStore } from './store.ts';

/** One unit's conversations: the one that comes or is under way, and those that were held. */
export async function unitConversations(context: Context, unitId: string): Promise<UnitConversations> {
  const { actor } = context;
  authorize(context, mayReadOutcome(actor, unitId));
  const unit = await unitOrRefusal(context, unitId);
  const [rows, scan] = await Promise.all([
    conversationStore(context.database).ofUnit(unitId),
    latestResultFor(context, unitId),
  ]);
  const open = mayReadConversation(actor, unitId) ? rows.find((row) => row.state !== 'agreed') : undefined;
  return {
    unitId,
    unitName: unit.name,
    open: open ? presentInList(open) : null,
    held: rows.filter((row) => row.state === 'agreed').map(presentInList),
    parts,
    hasResult: scan !== null,
    mayLead: mayLeadConversation(actor, unitId),
  };
}
