import type { OrganisationDatabase } from '#lib/platform/database/index.ts';
import type { ScanUnit } from '../contract.ts';
import { scanStore } from './store.ts';

/** The frozen tree of a peiling, parents before children; empty for a draft. */
export async function scanUnits(database: OrganisationDatabase, scanId: string): Promise<readonly ScanUnit[]> {
  return (await scanStore(database).units(scanId)).map((unit) => ({
    id: unit.id,
    sourceUnitId: unit.sourceUnitId,
    parentId: unit.parentId,
    name: unit.name,
    headCount: unit.headCount ?? 0,
    reportingGroupId: unit.reportingGroupId,
  }));
}
