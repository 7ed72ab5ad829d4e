import { audit, authorize, inTransaction } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { resultFaults, resultMessages } from '../messages.ts';
import { mayPublishResult } from './policy.ts';
import { ofScan } from './result-input.ts';
import { resultStore } from './store.ts';

/** Lets everyone read the result from now on, before the promised day. Publishing again changes nothing. */
export async function publishResult(context: Context, givenScanId: string): Promise<void> {
  const { scanId } = read(ofScan, { scanId: givenScanId }, resultFaults(context.language));
  authorize(context, mayPublishResult(context.actor));
  await inTransaction(context, async (inside) => {
    const store = resultStore(inside.database);
    const result = await store.result(scanId);
    if (!result) throw new Refusal(404, resultMessages(context.language)('result-unknown'));
    if (result.holdsBack) throw new Refusal(409, resultMessages(context.language)('result-held-back'));
    if (result.publishedAt !== null) return;
    await store.publish(scanId, context.clock.now());
    await audit(inside, 'result.published', scanId);
  });
}
