import { scanByCode } from '#lib/features/scan/server/index.ts';
import { dayOf } from '#lib/platform/clock/index.ts';
import type { Platform } from '#lib/platform/context/index.ts';
import type { PilotOutcome } from '../contract.ts';
import { loadOutcome } from './load-outcome.ts';

/**
 * What became of a pilot, for whoever was asked in it: they need no account, only the code of the peiling in the
 * address. It says nothing about anyone. Null for another kind of peiling.
 */
export async function pilotOutcome(platform: Platform, code: string): Promise<PilotOutcome | null> {
  const scan = await scanByCode(platform, code);
  if (!scan?.research) return null;
  const { scanId, research, resultOn } = scan;
  return loadOutcome(
    platform.database.of(scan.organisationId),
    { id: scanId, research, promise: { resultOn } },
    resultOn <= dayOf(platform.clock.now()),
  );
}
