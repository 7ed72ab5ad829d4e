import type { Context } from '#lib/platform/context/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { organisationTree } from '#lib/features/organisation/server/index.ts';
import type { UnitInTree } from '#lib/features/organisation/contract.ts';
import { stepPlanMessages } from '../messages.ts';

/** A unit of the tree as it is now, or a clear no. */
export async function unitOrRefusal(context: Context, unitId: string): Promise<UnitInTree> {
  const unit = (await organisationTree(context)).find((one) => one.id === unitId);
  if (!unit) throw new Refusal(404, stepPlanMessages(context.language)('unit-unknown'));
  return unit;
}
