import { fixManifest } from '#lib/features/manifest/server/index.ts';
import { dayOf } from '#lib/platform/clock/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { scanUnits } from './scan-units.ts';
import { scanStore } from './store.ts';
import { whatIsFixed } from './what-is-fixed.ts';

/** Makes the keys and the manifest of a peiling that a version before there were any has opened. */
export async function fixOpenedScan(inside: Context, scanId: string): Promise<void> {
  const row = await scanStore(inside.database).scan(scanId);
  if (!row || row.openingKey !== null) return;
  const openedOn = dayOf(row.openedForAnswersAt ?? row.createdAt);
  await fixManifest(inside, whatIsFixed(row, await scanUnits(inside.database, scanId), openedOn));
}
