import { organisationTree, placesInUnits } from '#lib/features/organisation/server/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { newId } from '#lib/platform/database/index.ts';
import type { ScanUnit } from '../contract.ts';
import { freezeTree, oneGroup } from './freeze-tree.ts';
import { scanUnits } from './scan-units.ts';
import type { ScanRow } from './store.ts';

/** The tree of a peiling as it was frozen at the opening; of a draft, as it would be frozen now. A pilot has one group. */
export async function scanTree(
  context: Context,
  scan: Pick<ScanRow, 'id' | 'state' | 'kind' | 'minimumGroupSize'>,
): Promise<readonly ScanUnit[]> {
  if (scan.state !== 'draft') return scanUnits(context.database, scan.id);
  const [tree, places] = await Promise.all([organisationTree(context), placesInUnits(context)]);
  const units = freezeTree(tree, places, scan.minimumGroupSize, newId);
  return scan.kind === 'pilot' ? oneGroup(units) : units;
}
