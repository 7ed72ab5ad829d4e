import { scanSetup } from '#lib/features/scan/server/index.ts';
import { dayOf } from '#lib/platform/clock/index.ts';
import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import type { ResearchPage } from '../contract.ts';
import { researchMessages } from '../messages.ts';
import { loadOutcome } from './load-outcome.ts';
import { mayExportRows, maySeeReportBeforeOthers, maySeeResearch } from './policy.ts';

/** What became of one pilot: its rows, how well the questionnaire measured, and who took rows out. */
export async function researchPage(context: Context, scanId: string): Promise<ResearchPage> {
  authorize(context, maySeeResearch(context.actor));
  const scan = await scanSetup(context.database, scanId);
  if (!scan?.research || scan.state === 'draft')
    throw new Refusal(404, researchMessages(context.language)('pilot-unknown'));
  const isDue = scan.promise !== null && scan.promise.resultOn <= dayOf(context.clock.now());
  const outcome = await loadOutcome(
    context.database,
    { id: scan.id, research: scan.research, promise: scan.promise },
    isDue || maySeeReportBeforeOthers(context.actor),
  );
  return {
    ...outcome,
    scan: { id: scan.id, title: scan.title },
    mayExport: outcome.rows === 'kept' && mayExportRows(context.actor),
  };
}
