import { dayOf } from '#lib/platform/clock/index.ts';
import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { OpenedScan } from '../contract.ts';
import { maySeeOpenedScans } from './policy.ts';
import { scanStore } from './store.ts';

/** The peilingen that were counted, the last one first. */
async function openedScans(context: Context): Promise<readonly OpenedScan[]> {
  authorize(context, maySeeOpenedScans(context.actor));
  return (await scanStore(context.database).openedScans()).map((row) => ({
    id: row.id,
    title: row.title,
    form: row.form,
    opensOn: row.opensOn,
    closesOn: row.closesOn,
    countedOn: dayOf(row.openedAt ?? row.createdAt),
    previousScanId: row.previousScanId,
  }));
}

/** The last peiling that was counted; null while there is none. */
export async function latestOpenedScan(context: Context): Promise<OpenedScan | null> {
  return (await openedScans(context))[0] ?? null;
}
