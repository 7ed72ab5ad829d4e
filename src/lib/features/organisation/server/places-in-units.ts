import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { PlaceInUnit } from '../contract.ts';
import { maySeeTree } from './policy.ts';
import { organisationStore } from './store.ts';

/** Where people work and which unit they lead, without who they are: for counting, by whoever may see the numbers. */
export async function placesInUnits(context: Context): Promise<readonly PlaceInUnit[]> {
  authorize(context, maySeeTree(context.actor));
  const people = await organisationStore(context.database).people(context.clock.now());
  return people.map(({ id, unitId, isLead }) => ({ id, unitId, isLead }));
}
