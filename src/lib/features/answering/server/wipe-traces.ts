import type { Context, Platform } from '#lib/platform/context/index.ts';
import { answeringDirectory } from './store-directory.ts';
import { answeringStore, wipedTables } from './store.ts';

/**
 * What has to happen once a count is committed: the key that opened the ballots is destroyed, and the tables that held
 * them are written anew, so that the data files keep no deleted row. Broken off, or held up by somebody else's count, it
 * is done at the next start or within the hour.
 */
export async function wipeAfterCount({
  database,
  openingKeys,
}: Pick<Context, 'database' | 'openingKeys'>): Promise<void> {
  const store = answeringStore(database);
  const counted = await store.notWiped();
  if (counted.length === 0) return;
  for (const scanId of counted) await openingKeys.destroy(scanId);
  if (await database.rewrite(wipedTables)) await store.markWiped(counted);
}

/**
 * At every start and by the clock: finishes what a crash left behind. A key without a peiling that still needs it goes;
 * one whose opening was never committed is a draft's, and goes too.
 */
export async function wipeTraces(platform: Platform): Promise<void> {
  const directory = answeringDirectory(platform.database);
  for (const scanId of await platform.openingKeys.ids()) {
    const organisationId = await directory.organisationOf(scanId);
    // Of another database that shares this folder: not ours to judge.
    if (organisationId === undefined) continue;
    const isNeeded = await platform.database.of(organisationId).transaction(async (inside) => {
      // Waits for an opening that is going on: it makes the key before it commits.
      const scan = await answeringStore(inside).lockScan(scanId);
      return scan?.state === 'open' || scan?.state === 'closed';
    });
    if (!isNeeded) await platform.openingKeys.destroy(scanId);
  }
  for (const organisationId of await directory.organisations()) {
    await wipeAfterCount({ database: platform.database.of(organisationId), openingKeys: platform.openingKeys });
  }
}
