import { audit, authorize, inTransaction } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { scanFaults } from '../messages.ts';
import { lockedDraft } from './draft.ts';
import { mayPrepareScan, mayRecordConsent, mayRecordNoWorksCouncil } from './policy.ts';
import { ConsentInput, ofScan } from './scan-input.ts';
import { scanStore } from './store.ts';
import { worksCouncil } from './works-council.ts';

/** The works council consents or refuses; or it is written down that there is none, and why. */
export async function recordConsent(context: Context, input: unknown): Promise<void> {
  const { scanId } = read(ofScan, input, scanFaults(context.language));
  const { decision, reason } = read(ConsentInput, input, scanFaults(context.language));
  const { actor } = context;
  authorize(context, mayRecordConsent(actor) || (decision === 'no-works-council' && mayPrepareScan(actor)));
  if (decision === 'no-works-council')
    authorize(context, mayRecordNoWorksCouncil(actor, (await worksCouncil(context))?.length === 0));
  await inTransaction(context, async (inside) => {
    await lockedDraft(inside, scanId);
    const consent = {
      decision,
      reason: decision === 'consent' ? null : reason,
      recordedBy: actor.name,
      recordedAt: context.clock.now(),
    };
    await scanStore(inside.database).keepConsent(scanId, consent);
    await audit(inside, `scan.consent-${decision}`, scanId);
  });
}
