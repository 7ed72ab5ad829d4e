import { instrumentVersion } from '@lerend/instrument';
import { z } from 'zod';
import { currentVersion } from '#lib/features/cut-scores/server/index.ts';
import { fixManifest } from '#lib/features/manifest/server/index.ts';
import { organisationTree, placesInUnits } from '#lib/features/organisation/server/index.ts';
import { dayOf } from '#lib/platform/clock/index.ts';
import { audit, authorize, inTransaction } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { newId } from '#lib/platform/database/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { scanFaults, scanMessages } from '../messages.ts';
import { lockedDraft } from './draft.ts';
import { freezeTree, oneGroup } from './freeze-tree.ts';
import { lacksKeeper, missingForOpening } from './missing-for-opening.ts';
import { mayPrepareScan } from './policy.ts';
import { comparedWith } from './prepare-scan.ts';
import { presentPromise } from './present.ts';
import { keptHeads } from './profile-heads.ts';
import { forgetPublicScan } from './scan-by-code.ts';
import { ofScan } from './scan-input.ts';
import { scanStore } from './store.ts';
import { whatIsFixed } from './what-is-fixed.ts';
import { standingConsent, worksCouncil } from './works-council.ts';

/** Without a keeper the server holds the key that opens the ballots, and who opens the peiling has to say that it may. */
const OpenInput = ofScan.extend({ serverKeepsKey: z.string().optional() });

/** Opens a peiling: from here on its tree is its own, and nothing about it changes any more. */
export async function openScan(context: Context, input: unknown): Promise<void> {
  const { scanId, serverKeepsKey } = read(OpenInput, input, scanFaults(context.language));
  authorize(context, mayPrepareScan(context.actor));
  const now = context.clock.now();
  const code = await inTransaction(context, async (inside) => {
    const store = scanStore(inside.database);
    const draft = await lockedDraft(inside, scanId);
    const tree = freezeTree(await organisationTree(inside), await placesInUnits(inside), draft.minimumGroupSize, newId);
    const units = draft.kind === 'pilot' ? oneGroup(tree) : tree;
    const [first] = missingForOpening(
      {
        closesOn: draft.closesOn,
        promise: presentPromise(draft),
        consent: standingConsent(draft, await worksCouncil(inside)),
        people: units.reduce((sum, unit) => sum + unit.headCount, 0),
        profileHeads: keptHeads(draft.profileHeads),
        lacksKey: lacksKeeper(context, draft),
      },
      dayOf(now),
    );
    if (first) throw new Refusal(409, scanMessages(context.language)(`missing-${first}`));
    if (draft.openingKey !== 'keeper' && serverKeepsKey !== 'yes')
      throw new Refusal(409, scanMessages(context.language)('server-key-not-chosen'), 'serverKeepsKey');
    const [last] = await store.openedScans();
    await store.insertUnits(scanId, units);
    await store.updateScan(scanId, {
      state: 'open',
      openedForAnswersAt: now,
      instrumentVersion,
      previousScanId: comparedWith(draft, last),
      cutScoreVersionId: await currentVersion(inside.database),
    });
    await fixManifest(inside, whatIsFixed(draft, units, dayOf(now)));
    await audit(inside, 'scan.opened', scanId);
    return draft.code;
  });
  forgetPublicScan(code);
}
