import { snapshotOf } from '#lib/features/result/server/index.ts';
import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { QualityPage } from '../contract.ts';
import { maySeeQuality } from './policy.ts';
import { presentDrivers } from './present-drivers.ts';
import { presentFilledIn } from './present-filled-in.ts';
import { presentSorting } from './present-sorting.ts';
import { presentAlike, presentReliability, qualityHeading } from './present.ts';

/** How well the peiling measured. Refused, like the result itself, while that isn't this reader's to see. */
export async function measurementQuality(context: Context, scanId: string): Promise<QualityPage> {
  authorize(context, maySeeQuality(context.actor));
  const { scan, snapshot } = await snapshotOf(context, scanId);
  const { whole } = snapshot;
  return {
    scan,
    heading: qualityHeading(whole, context.language),
    reliability: presentReliability(whole, context.language),
    alike: presentAlike(whole, context.language),
    drivers: presentDrivers(snapshot, context.language),
    sorting: presentSorting(snapshot, context.language),
    filledIn: presentFilledIn(whole, context.language),
  };
}
