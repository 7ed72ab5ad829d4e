import { instrumentVersion } from '@lerend/instrument';
import { audit, authorize, inTransaction } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { scanFaults, scanMessages } from '../messages.ts';
import { lockedDraft } from './draft.ts';
import { mayPrepareScan } from './policy.ts';
import { peopleToAsk } from './people-to-ask.ts';
import { refusePast } from './prepare-scan.ts';
import { keptHeads, refuseMisfit } from './profile-heads.ts';
import { ofScan, ScanInput } from './scan-input.ts';
import { scanStore } from './store.ts';
import type { ScanRow } from './store.ts';

/** Changes a draft. Consent was given to what the works council read: it lapses when that changes. */
export async function changeScan(context: Context, input: unknown): Promise<{ hasConsentLapsed: boolean }> {
  const { scanId } = read(ofScan, input, scanFaults(context.language));
  const wish = read(ScanInput, input, scanFaults(context.language));
  authorize(context, mayPrepareScan(context.actor));
  refusePast(context, wish);
  return inTransaction(context, async (inside) => {
    const store = scanStore(inside.database);
    const draft = await lockedDraft(inside, scanId);
    if (wish.kind !== draft.kind) throw new Refusal(409, scanMessages(context.language)('kind-fixed'));
    refuseMisfit(inside, wish.profileHeads, await peopleToAsk(inside));
    const hasConsentLapsed =
      draft.decision !== null && draft.decision !== 'no-works-council' && isOtherAgreement(draft, wish);
    await store.updateScan(scanId, { ...wish, instrumentVersion });
    if (hasConsentLapsed) await store.dropConsent(scanId);
    await audit(inside, 'scan.changed', scanId);
    return { hasConsentLapsed };
  });
}

/** All of it stands on the page that the works council decides about, or in the invitation. */
const agreed = [
  'title',
  'form',
  'languages',
  'opensOn',
  'closesOn',
  'reminderOn',
  'minimumGroupSize',
  'introduction',
  'contactName',
  'contactEmail',
  'researcher',
  'rowsKeptUntil',
  'profileQuestions',
  'profileHeads',
] as const satisfies readonly (keyof ScanInput)[];

function isOtherAgreement(draft: ScanRow, wish: ScanInput): boolean {
  const before = { ...draft, profileHeads: keptHeads(draft.profileHeads) };
  return agreed.some((part) => JSON.stringify(before[part]) !== JSON.stringify(wish[part]));
}
