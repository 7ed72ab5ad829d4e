import type { OrganisationDatabase } from '#lib/platform/database/index.ts';
import { invitationStore } from './store.ts';

/** How many were invited per frozen unit, in the unit itself; a unit without invitations isn't there. */
export async function invitedPerUnit(
  database: OrganisationDatabase,
  scanId: string,
): Promise<ReadonlyMap<string, number>> {
  const counted = await invitationStore(database).invitedPerUnit(scanId);
  return new Map(counted.map(({ scanUnitId, invited }) => [scanUnitId, Number(invited)]));
}
