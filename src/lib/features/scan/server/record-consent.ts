import { audit, authorize, inTransaction } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { scanFaults, scanMessages } from '../messages.ts';
import { lockedDraft } from './draft.ts';
import { keeperKeyOf } from './key-of-draft.ts';
import { mayPrepareScan, mayRecordConsent, mayRecordNoWorksCouncil } from './policy.ts';
import { ConsentInput, ofScan } from './scan-input.ts';
import { scanStore } from './store.ts';
import { worksCouncil } from './works-council.ts';

/**
 * The works council consents or refuses; or it is written down that there is none, and why. Consent is kept with the
 * opening key that stood on the page.
 */
export async function recordConsent(context: Context, input: unknown): Promise<void> {
  const { scanId } = read(ofScan, input, scanFaults(context.language));
  const { decision, reason, keyRead } = read(ConsentInput, input, scanFaults(context.language));
  const { actor } = context;
  authorize(context, mayRecordConsent(actor) || (decision === 'no-works-council' && mayPrepareScan(actor)));
  if (decision === 'no-works-council')
    authorize(context, mayRecordNoWorksCouncil(actor, (await worksCouncil(context))?.length === 0));
  await inTransaction(context, async (inside) => {
    const draft = await lockedDraft(inside, scanId);
    if (keyRead !== undefined && keyRead !== ((await keeperKeyOf(draft))?.shortForm ?? ''))
      throw new Refusal(409, scanMessages(context.language)('consent-key-changed'));
    const consent = {
      decision,
      reason: decision === 'consent' ? null : reason,
      openingKey: decision === 'consent' ? draft.openingPublicKey : null,
      recordedBy: actor.name,
      recordedAt: context.clock.now(),
    };
    await scanStore(inside.database).keepConsent(scanId, consent);
    await audit(inside, `scan.consent-${decision}`, scanId);
  });
}
