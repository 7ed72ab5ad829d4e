import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { OwnPlacing } from '#lib/features/step-plan/contract.ts';
import { mayReadConversation, mayReadOutcome } from './policy.ts';
import { presentPlacing } from './present.ts';
import { conversationStore } from './store.ts';

/** Where a unit placed itself in its last conversation; {} when it never did, or for who reads only outcomes. */
export async function latestPlacing(context: Context, unitId: string): Promise<OwnPlacing> {
  authorize(context, mayReadOutcome(context.actor, unitId));
  if (!mayReadConversation(context.actor, unitId)) return {};
  const store = conversationStore(context.database);
  const [latest] = (await store.ofUnit(unitId)).filter((row) => row.state !== 'placing');
  return latest ? presentPlacing(await store.placing(latest.id)) : {};
}
