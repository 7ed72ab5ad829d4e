import type { Context } from '#lib/platform/context/index.ts';
import { grantList, maySeeGrants } from '#lib/features/organisation/server/index.ts';

/** Nobody holds the role of works council; false for whom may not know who holds what. */
export async function isWithoutWorksCouncil(context: Context): Promise<boolean> {
  if (!maySeeGrants(context.actor)) return false;
  return !(await grantList(context)).some((grant) => grant.role === 'works-council');
}
