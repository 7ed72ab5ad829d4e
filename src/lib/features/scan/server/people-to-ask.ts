import { organisationTree } from '#lib/features/organisation/server/index.ts';
import type { Context } from '#lib/platform/context/index.ts';

/** How many people the organisation has now: given by hand, or counted. */
export async function peopleToAsk(context: Context): Promise<number> {
  return (await organisationTree(context)).reduce((sum, unit) => sum + Math.max(unit.headCount ?? 0, unit.people), 0);
}
