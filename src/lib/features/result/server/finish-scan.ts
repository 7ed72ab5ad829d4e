import type { ProfileAnswers } from '@lerend/analysis';
import { fromBase64url, openingKeyBytes } from '@lerend/ballot';
import { z } from 'zod';
import { openBallots, wipeAfterCount } from '#lib/features/answering/server/index.ts';
import { forgetResponse } from '#lib/features/invitation/server/index.ts';
import { keepResearchReport } from '#lib/features/research/server/index.ts';
import type { ScanSetup } from '#lib/features/scan/contract.ts';
import { closeScan, markScanOpened, scanSetup } from '#lib/features/scan/server/index.ts';
import { audit, authorize, inTransaction } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { resultFaults, resultMessages } from '../messages.ts';
import { makeResult } from './make-result.ts';
import { mayFinishScan, mayFinishWithKey } from './policy.ts';
import { ofScan } from './result-input.ts';
import { snapshotInputOf } from './snapshot-input-of.ts';
import { resultStore } from './store.ts';

export interface FinishedScan {
  readonly scanId: string;
  readonly isMade: boolean;
  readonly isPilot: boolean;
  /** Closed, and waiting for whoever keeps the key. */
  readonly needsKey: boolean;
}

/**
 * Ends a peiling: closes it if it is still open, opens its ballots and makes its result, all or nothing. Doing it
 * again, or at the same time, changes nothing. No answers, or too few, is a result too: one without figures. A peiling of
 * which somebody keeps the key is closed and waits for `finishWithKey`.
 */
export async function finishScan(context: Context, input: unknown): Promise<FinishedScan> {
  const { scanId } = read(ofScan, input, resultFaults(context.language));
  authorize(context, mayFinishScan(context.actor));
  return finish(context, scanId, undefined);
}

const WithKey = ofScan.extend({
  privateKey: z
    .string('opening-key-unclear')
    .max(64, 'opening-key-unclear')
    .transform((text) => fromBase64url(text) ?? new Uint8Array())
    .refine((key) => key.length === openingKeyBytes, 'opening-key-unclear'),
});

/** The same with the key that its holders joined. The key is in this process's memory until the count is over, and nowhere else. */
export async function finishWithKey(context: Context, input: unknown): Promise<FinishedScan> {
  const { scanId, privateKey } = read(WithKey, input, resultFaults(context.language));
  authorize(context, mayFinishWithKey(context.actor));
  try {
    return await finish(context, scanId, privateKey);
  } finally {
    privateKey.fill(0);
  }
}

async function finish(context: Context, scanId: string, given: Uint8Array | undefined): Promise<FinishedScan> {
  const finished = await inTransaction(context, async (inside): Promise<FinishedScan> => {
    const say = resultMessages(context.language);
    const store = resultStore(inside.database);
    const as = (change: Partial<FinishedScan>) => ({
      scanId,
      isMade: false,
      isPilot: false,
      needsKey: false,
      ...change,
    });
    await store.lock(scanId);
    if (await store.result(scanId)) return as({});
    const scan = await scanSetup(inside.database, scanId);
    if (!scan) throw new Refusal(404, say('scan-unknown'));
    // A pilot for research has no result: it says how well the questionnaire measures, not how anyone does.
    const isPilot = scan.research !== null;
    if (scan.state === 'opened') return as({ isPilot });
    if (scan.state === 'draft') throw new Refusal(409, say('finish-draft'));
    if (scan.state === 'open') await closeScan(inside, { scanId });
    if (scan.openingKey === 'keeper' && given === undefined) return as({ isPilot, needsKey: true });
    const key = given ?? (await inside.openingKeys.read(scanId));
    if (!key) throw new Refusal(409, say('opening-key-gone'));
    await openBallots(inside, scanId, key, async ({ profile }) =>
      isPilot ? () => keepResearchReport(inside, scan) : keepingResult(inside, scan, profile),
    );
    await forgetResponse(inside.database, scanId);
    await markScanOpened(inside, scanId);
    if (!isPilot) await audit(inside, 'result.made', scanId);
    return as({ isMade: true, isPilot });
  });
  if (finished.isMade) await wipe(context);
  return finished;
}

/** After the commit, and never instead of it: what doesn't succeed now is done at the next start, or within the hour. */
async function wipe(context: Context): Promise<void> {
  try {
    await wipeAfterCount(context);
  } catch (error) {
    context.log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'Traces of a count are still there');
  }
}

/** A result that tells too much of few people is kept, and held back from everyone until it was counted again. */
async function keepingResult(
  { database, clock }: Context,
  scan: ScanSetup,
  profile: ProfileAnswers | null,
): Promise<() => Promise<void>> {
  const store = resultStore(database);
  const input = await snapshotInputOf(database, scan, { profile });
  return async () => {
    const { document, report } = await makeResult(input);
    await store.keep(document, clock.now());
    await store.keepAudit(scan.id, report, report.enclosed > 0, clock.now());
  };
}
