import type { OrganisationDatabase } from '#lib/platform/database/index.ts';
import { countPerGroup } from '@lerend/disclosure';
import type { ScanUnit } from '#lib/features/scan/contract.ts';
import { invitationStore } from './store.ts';

/** How many were invited per frozen unit, in the unit itself; a unit without invitations isn't there. */
export async function invitedPerUnit(
  database: OrganisationDatabase,
  scanId: string,
): Promise<ReadonlyMap<string, number>> {
  const counted = await invitationStore(database).invitedPerUnit(scanId);
  return new Map(counted.map(({ scanUnitId, invited }) => [scanUnitId, Number(invited)]));
}

/** The same per unit under which people are counted. */
export async function invitedPerGroup(
  database: OrganisationDatabase,
  scanId: string,
  units: readonly ScanUnit[],
): Promise<ReadonlyMap<string, number>> {
  const groupOf = new Map(units.map(({ id, reportingGroupId }) => [id, reportingGroupId]));
  return countPerGroup(await invitedPerUnit(database, scanId), groupOf);
}
