import { organisationTree } from '#lib/features/organisation/server/index.ts';
import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { UnitWithConversation } from '../contract.ts';
import { mayLeadConversation, mayReadConversation, mayReadOutcome } from './policy.ts';
import { presentInList } from './present.ts';
import { conversationStore } from './store.ts';

/** The units whose conversations this reader may see, in the order of the tree. */
export async function conversationList(context: Context): Promise<readonly UnitWithConversation[]> {
  const { actor } = context;
  const units = (await organisationTree(context)).filter((unit) => mayReadOutcome(actor, unit.id));
  authorize(context, units.length > 0);
  const rowsOf = Map.groupBy(await conversationStore(context.database).all(), (row) => row.unitId);
  return units.map((unit) => {
    const rows = (rowsOf.get(unit.id) ?? []).filter(
      (row) => row.state === 'agreed' || mayReadConversation(actor, unit.id),
    );
    const latest = rows.find((row) => row.state !== 'agreed') ?? rows[0];
    return {
      unitId: unit.id,
      unitName: unit.name,
      depth: unit.depth,
      mayLead: mayLeadConversation(actor, unit.id),
      latest: latest ? presentInList(latest) : null,
    };
  });
}
