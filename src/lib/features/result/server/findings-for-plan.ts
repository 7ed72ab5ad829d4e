import { cutsIn, findingsOf } from '@lerend/analysis';
import type { UnitResult } from '@lerend/analysis';
import { highestLevelOf, isAreaCode, levelOfScore } from '@lerend/instrument';
import type { Placing, PlanFinding } from '@lerend/planning';
import type { Context } from '#lib/platform/context/index.ts';
import type { ResultScan } from '../contract.ts';
import { readableResults, unitIn } from './load-result.ts';
import type { LoadedResult } from './load-result.ts';

/** The last result, readable by this reader, in which this unit stands; null when there is none. */
export async function latestResultFor(context: Context, unitId: string): Promise<ResultScan | null> {
  return (await latestWith(context, unitId))?.loaded.scan ?? null;
}

/** What stands out for a unit in its last result, as a plan takes it; [] when it stands in none. Ids trace back to the snapshot. */
export async function findingsForPlan(context: Context, unitId: string): Promise<readonly PlanFinding[]> {
  const latest = await latestWith(context, unitId);
  if (!latest) return [];
  return findingsOf(latest.loaded.snapshot, latest.unit.id).map((finding) => ({
    id: finding.id,
    kind: finding.kind,
    area: finding.areaId !== null && isAreaCode(finding.areaId) ? finding.areaId : null,
    unitId,
    figures: { weight: finding.weight, ...('itemId' in finding ? { itemId: finding.itemId } : {}) },
  }));
}

/** The level on which each area of a unit with figures lies in its last result, for choosing practices that fit it; {} without figures. */
export async function measuredLevels(context: Context, unitId: string): Promise<Placing> {
  const latest = await latestWith(context, unitId);
  if (!latest) return {};
  const { snapshot } = latest.loaded;
  const highest = highestLevelOf(snapshot.form);
  const placed = latest.unit.areas.flatMap(({ areaId, cell }) =>
    cell !== null && isAreaCode(areaId)
      ? [[areaId, levelOfScore(cell.centre, highest, cutsIn(snapshot, areaId))] as const]
      : [],
  );
  return Object.fromEntries(placed);
}

async function latestWith(
  context: Context,
  unitId: string,
): Promise<{ loaded: LoadedResult; unit: UnitResult } | null> {
  const results = await readableResults(context);
  const loaded = results.find(({ snapshot }) => snapshot.units.some((unit) => unit.sourceUnitId === unitId));
  return loaded ? { loaded, unit: unitIn(context, loaded, unitId) } : null;
}
