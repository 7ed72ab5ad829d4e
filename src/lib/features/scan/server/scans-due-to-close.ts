import { dayOf } from '#lib/platform/clock/index.ts';
import type { Platform } from '#lib/platform/context/index.ts';
import { openScans } from './open-scans.ts';

/** Open peilingen, in any organisation, whose last day has passed: for the job that closes them by date. */
export async function scansDueToClose(
  platform: Platform,
): Promise<readonly { organisationId: string; scanId: string }[]> {
  const today = dayOf(platform.clock.now());
  return (await openScans(platform))
    .filter((scan) => scan.closesOn < today)
    .map(({ organisationId, scanId }) => ({ organisationId, scanId }));
}
