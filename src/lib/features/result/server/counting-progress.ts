import { openingProgress } from '#lib/features/answering/server/index.ts';
import { scanSetup } from '#lib/features/scan/server/index.ts';
import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import type { CountingProgress } from '../contract.ts';
import { resultMessages } from '../messages.ts';
import { mayFinishWithKey } from './policy.ts';

/** How far the count of a closed peiling is; the number of ballots is there to see how long it takes. */
export async function countingProgress(context: Context, scanId: string): Promise<CountingProgress> {
  authorize(context, mayFinishWithKey(context.actor));
  const scan = await scanSetup(context.database, scanId);
  if (!scan) throw new Refusal(404, resultMessages(context.language)('scan-unknown'));
  if (scan.state === 'opened') return { state: 'done', done: 0, total: 0 };
  const going = openingProgress(scanId);
  return going ? { state: 'counting', ...going } : { state: 'waiting', done: 0, total: 0 };
}
