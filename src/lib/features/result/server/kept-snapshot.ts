import { readSnapshot } from '@lerend/analysis';
import type { Snapshot } from '@lerend/analysis';
import type { OrganisationDatabase } from '#lib/platform/database/index.ts';
import { resultStore } from './store.ts';

/** A document is read from the database and parsed once a process: it never changes. */
const kept = new Map<string, Promise<Snapshot>>();
const mostKept = 24;

/** The snapshot of a peiling that is known to have one. */
export function keptSnapshot(
  database: OrganisationDatabase,
  result: { scanId: string; madeAt: Date },
): Promise<Snapshot> {
  const key = `${database.organisationId} ${result.scanId} ${result.madeAt.getTime()}`;
  const known = kept.get(key);
  kept.delete(key);
  const snapshot = known ?? resultStore(database).document(result.scanId).then(readSnapshot);
  kept.set(key, snapshot);
  if (!known) snapshot.catch(() => kept.delete(key));
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return snapshot;
}
