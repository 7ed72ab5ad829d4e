import { dayOf } from '#lib/platform/clock/index.ts';
import type { Platform } from '#lib/platform/context/index.ts';
import { scanDirectory } from './store-directory.ts';
import { scanStore } from './store.ts';

/** Pilots, in any organisation, whose rows were to be kept until a day that is over: for the job that erases them. */
export async function pilotsPastKeeping(
  platform: Pick<Platform, 'database' | 'clock'>,
): Promise<readonly { organisationId: string; scanId: string }[]> {
  const today = dayOf(platform.clock.now());
  const found: { organisationId: string; scanId: string }[] = [];
  for (const { organisationId } of await scanDirectory(platform.database).organisations()) {
    for (const { scanId } of await scanStore(platform.database.of(organisationId)).pilotsKeptUntilBefore(today))
      found.push({ organisationId, scanId });
  }
  return found;
}
