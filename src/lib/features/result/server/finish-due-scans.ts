import { scansDueToClose } from '#lib/features/scan/server/index.ts';
import { contextOf, productActor } from '#lib/platform/context/index.ts';
import type { Platform } from '#lib/platform/context/index.ts';
import { finishScan } from './finish-scan.ts';

/** For the job by the clock: every peiling whose last day has passed. One that fails doesn't hold up the others. */
export async function finishDueScans(platform: Platform): Promise<void> {
  const failures: unknown[] = [];
  for (const { organisationId, scanId } of await scansDueToClose(platform)) {
    const context = contextOf(platform, { organisationId, actor: productActor, language: 'nl' });
    try {
      await finishScan(context, { scanId });
    } catch (failure) {
      platform.log.error({ scanId }, 'A peiling could not be finished');
      failures.push(failure);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} peilingen could not be finished`);
}
