import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { PersonInUnit } from '../contract.ts';
import { maySeePeople } from './policy.ts';
import { organisationStore } from './store.ts';

/** Everyone who works here now, with the unit they work in. */
export async function peopleInUnits(context: Context): Promise<readonly PersonInUnit[]> {
  authorize(context, maySeePeople(context.actor));
  const people = await organisationStore(context.database).people(context.clock.now());
  return people.map(({ id, name, email, language, unitId, isLead }) => ({ id, name, email, language, unitId, isLead }));
}
