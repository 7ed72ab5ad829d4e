import type { Context } from '#lib/platform/context/index.ts';
import { organisationStore } from './store.ts';

/** Whether anybody holds the role now, without saying who: for another feature's server that has asked its own policy. */
export async function hasWorksCouncil({ database, clock }: Pick<Context, 'database' | 'clock'>): Promise<boolean> {
  const grants = await organisationStore(database).grants(clock.now());
  return grants.some(({ role }) => role === 'works-council');
}
