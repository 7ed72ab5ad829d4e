import type { OrganisationDatabase } from '#lib/platform/database/index.ts';
import { answeringStore } from './store.ts';

/** Ballots so far per reporting group of the peiling. For response bands only: never shown as a number. */
export async function ballotsPerUnit(database: OrganisationDatabase, scanId: string): Promise<Map<string, number>> {
  const rows = await answeringStore(database).ballotsPerGroup(scanId);
  return new Map(rows.map(({ groupId, count }) => [groupId, Number(count)]));
}
