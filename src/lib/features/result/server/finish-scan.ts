import { openBallots } from '#lib/features/answering/server/index.ts';
import { keepResearchReport } from '#lib/features/research/server/index.ts';
import { closeScan, markScanOpened, scanSetup } from '#lib/features/scan/server/index.ts';
import { audit, authorize, inTransaction } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { resultFaults, resultMessages } from '../messages.ts';
import { makeResult } from './make-result.ts';
import { mayFinishScan } from './policy.ts';
import { ofScan } from './result-input.ts';
import { resultStore } from './store.ts';

/**
 * Ends a peiling: closes it if it is still open, opens its ballots and makes its result, all or nothing. Doing it
 * again, or at the same time, changes nothing. No answers, or too few, is a result too: one without figures.
 */
export async function finishScan(
  context: Context,
  input: unknown,
): Promise<{ scanId: string; isMade: boolean; isPilot: boolean }> {
  const { scanId } = read(ofScan, input, resultFaults(context.language));
  authorize(context, mayFinishScan(context.actor));
  return inTransaction(context, async (inside) => {
    const say = resultMessages(context.language);
    const store = resultStore(inside.database);
    await store.lock(scanId);
    if (await store.result(scanId)) return { scanId, isMade: false, isPilot: false };
    const scan = await scanSetup(inside.database, scanId);
    if (!scan) throw new Refusal(404, say('scan-unknown'));
    if (scan.state === 'opened') return { scanId, isMade: false, isPilot: scan.research !== null };
    if (scan.state === 'draft') throw new Refusal(409, say('finish-draft'));
    if (scan.state === 'open') await closeScan(inside, { scanId });
    await openBallots(inside, scanId);
    // A pilot for research has no result: it says how well the questionnaire measures, not how anyone does.
    const isPilot = scan.research !== null;
    if (isPilot) await keepResearchReport(inside, scan);
    else await store.keep(await makeResult(inside.database, scan), context.clock.now());
    await markScanOpened(inside, scanId);
    if (!isPilot) await audit(inside, 'result.made', scanId);
    return { scanId, isMade: true, isPilot };
  });
}
