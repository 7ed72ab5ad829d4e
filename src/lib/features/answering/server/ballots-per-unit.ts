import type { OrganisationDatabase } from '#lib/platform/database/index.ts';
import { answeringStore } from './store.ts';

/** Ballots so far per unit of the peiling. For response bands only: never shown as a number. */
export async function ballotsPerUnit(database: OrganisationDatabase, scanId: string): Promise<Map<string, number>> {
  const rows = await answeringStore(database).ballotsPerUnit(scanId);
  return new Map(rows.map(({ scanUnitId, count }) => [scanUnitId, Number(count)]));
}
