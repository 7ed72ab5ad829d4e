import { audit, authorize, inTransaction } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { scanFaults } from '../messages.ts';
import { lockedDraft } from './draft.ts';
import { mayPrepareScan } from './policy.ts';
import { ofScan } from './scan-input.ts';
import { scanStore } from './store.ts';

/** Takes a draft away, with its promise and consent. What was opened stays. */
export async function removeScan(context: Context, input: unknown): Promise<void> {
  const { scanId } = read(ofScan, input, scanFaults(context.language));
  authorize(context, mayPrepareScan(context.actor));
  await inTransaction(context, async (inside) => {
    await lockedDraft(inside, scanId);
    await scanStore(inside.database).deleteScan(scanId);
    await audit(inside, 'scan.removed', scanId);
  });
}
