import type { Context } from '#lib/platform/context/index.ts';
import type { UnitResultPage } from '../contract.ts';
import { loadResult, unitIn } from './load-result.ts';
import { presentUnit } from './present-unit.ts';

/** The result of one unit by the organisation's unit id; without one, of the whole organisation. */
export async function resultOf(
  context: Context,
  scanId: string,
  unitId: string | null = null,
): Promise<UnitResultPage> {
  const loaded = await loadResult(context, scanId);
  return presentUnit({ ...loaded, unit: unitIn(context, loaded, unitId), language: context.language });
}
