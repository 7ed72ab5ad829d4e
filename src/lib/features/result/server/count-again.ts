import { z } from 'zod';
import { scanSetup } from '#lib/features/scan/server/index.ts';
import { audit, authorize, inTransaction } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { resultFaults, resultMessages } from '../messages.ts';
import { makeResult } from './make-result.ts';
import { mayFinishScan } from './policy.ts';
import { snapshotInputOf } from './snapshot-input-of.ts';
import { resultStore } from './store.ts';

const asked = z.object({
  scanId: z.uuid('scan-unknown'),
  minimumGroupSize: z.coerce.number('minimum-unclear').int('minimum-unclear').max(50, 'minimum-unclear'),
});

/**
 * Makes a result that is held back anew, with a larger minimum group for everyone, and holds it against the audit again.
 * Nobody has read the former one. The minimum that was promised may be raised, never lowered.
 */
export async function countAgain(context: Context, input: unknown): Promise<{ isHeldBack: boolean }> {
  const { scanId, minimumGroupSize } = read(asked, input, resultFaults(context.language));
  authorize(context, mayFinishScan(context.actor));
  return inTransaction(context, async (inside) => {
    const say = resultMessages(context.language);
    const store = resultStore(inside.database);
    await store.lock(scanId);
    const [kept, scan] = [await store.result(scanId), await scanSetup(inside.database, scanId)];
    if (!kept || !scan) throw new Refusal(404, say('result-unknown'));
    if (!kept.holdsBack) throw new Refusal(409, say('count-again-done'));
    if (minimumGroupSize <= scan.minimumGroupSize)
      throw new Refusal(400, say('minimum-too-small', { minimum: scan.minimumGroupSize }), 'minimumGroupSize');
    const { document, report } = await makeResult(await snapshotInputOf(inside.database, scan, { minimumGroupSize }));
    const isHeldBack = report.enclosed > 0;
    await store.replace(document, context.clock.now());
    await store.keepAudit(scanId, report, isHeldBack, context.clock.now());
    await audit(inside, 'result.counted-again', scanId);
    return { isHeldBack };
  });
}
