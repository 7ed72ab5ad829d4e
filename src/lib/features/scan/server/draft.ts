import type { Context } from '#lib/platform/context/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { scanMessages } from '../messages.ts';
import { scanStore } from './store.ts';
import type { ScanRow } from './store.ts';

/** This peiling, locked for the rest of the transaction, as long as nobody was asked to answer yet. */
export async function lockedDraft(inside: Context, scanId: string): Promise<ScanRow> {
  const say = scanMessages(inside.language);
  const store = scanStore(inside.database);
  const locked = await store.lock(scanId);
  const scan = locked && (await store.scan(scanId));
  if (!scan) throw new Refusal(404, say('scan-unknown'));
  if (scan.state !== 'draft') throw new Refusal(409, say('not-draft'));
  return scan;
}
