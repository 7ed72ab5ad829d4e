import { audit, authorize, inTransaction } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { scanFaults, scanMessages } from '../messages.ts';
import { mayCloseScan } from './policy.ts';
import { forgetPublicScan } from './scan-by-code.ts';
import { ofScan } from './scan-input.ts';
import { scanStore } from './store.ts';

/** Takes no more answers from here on. Closing again changes nothing, so that a broken count can be finished. */
export async function closeScan(context: Context, input: unknown): Promise<void> {
  const { scanId } = read(ofScan, input, scanFaults(context.language));
  authorize(context, mayCloseScan(context.actor));
  const code = await inTransaction(context, async (inside) => {
    const say = scanMessages(context.language);
    const store = scanStore(inside.database);
    await store.lock(scanId);
    const scan = await store.scan(scanId);
    if (!scan) throw new Refusal(404, say('scan-unknown'));
    if (scan.state === 'draft') throw new Refusal(409, say('close-draft'));
    if (scan.state === 'opened') throw new Refusal(409, say('already-counted'));
    if (scan.state === 'closed') return scan.code;
    await store.updateScan(scanId, { state: 'closed', closedAt: context.clock.now() });
    await audit(inside, 'scan.closed', scanId);
    return scan.code;
  });
  forgetPublicScan(code);
}

/** Closed becomes opened, within the transaction that keeps the counted answers: for `result` only, after its own policy. */
export async function markScanOpened(inside: Context, scanId: string): Promise<void> {
  const store = scanStore(inside.database);
  const locked = await store.lock(scanId);
  const scan = locked && (await store.scan(scanId));
  if (scan?.state !== 'closed') throw new Refusal(409, scanMessages(inside.language)('not-closed'));
  await store.updateScan(scanId, { state: 'opened', openedAt: inside.clock.now() });
  await audit(inside, 'scan.counted', scanId);
  forgetPublicScan(scan.code);
}
