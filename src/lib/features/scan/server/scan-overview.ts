import { currentCutScores, keptCutScores } from '#lib/features/cut-scores/server/index.ts';
import { keyProgress } from '#lib/features/manifest/server/index.ts';
import { dayOf } from '#lib/platform/clock/index.ts';
import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import type { ScanOverview } from '../contract.ts';
import { scanMessages } from '../messages.ts';
import { joinedGroups } from './joined-groups.ts';
import { keeperKeyOf } from './key-of-draft.ts';
import { lacksKeeper, missingForOpening } from './missing-for-opening.ts';
import { peoplePerUnit } from './people-per-unit.ts';
import { mayPrepareScan, mayPromise, mayRecordConsent, mayRecordNoWorksCouncil, maySeeScans } from './policy.ts';
import { presentConsent, presentPromise, presentSetup } from './present.ts';
import { keptHeads } from './profile-heads.ts';
import { ofScan } from './scan-input.ts';
import { scanTree } from './scan-tree.ts';
import { scanStore } from './store.ts';
import { standingConsent, worksCouncil } from './works-council.ts';

/** One peiling with everything around it, and what its reader may do with it. */
export async function scanOverview(context: Context, scanId: string): Promise<ScanOverview> {
  const { actor } = context;
  authorize(context, maySeeScans(actor));
  const unknown = new Refusal(404, scanMessages(context.language)('scan-unknown'));
  if (!ofScan.safeParse({ scanId }).success) throw unknown;
  const [row, council] = await Promise.all([scanStore(context.database).scan(scanId), worksCouncil(context)]);
  if (!row) throw unknown;
  const isDraft = row.state === 'draft';
  const tree = await scanTree(context, row);
  const units = peoplePerUnit(tree);
  const people = units.reduce((sum, unit) => sum + unit.people, 0);
  const promise = presentPromise(row);
  const decided = presentConsent(row);
  const consent = isDraft ? standingConsent(row, council) : decided;
  const withoutCouncil = council?.length === 0;
  const cutScores = isDraft
    ? await currentCutScores(context.database)
    : await keptCutScores(context.database, row.cutScoreVersionId);
  const profileHeads = keptHeads(row.profileHeads);
  const lacks = { closesOn: row.closesOn, lacksKey: lacksKeeper(context, row) };
  const today = dayOf(context.clock.now());
  return {
    ...presentSetup(row),
    promise,
    consent,
    consentToOtherKey: consent === null && decided?.decision === 'consent' ? decided : null,
    keeperKey: await keeperKeyOf(row),
    missing: isDraft ? missingForOpening({ ...lacks, promise, consent, people, profileHeads }, today) : [],
    cutScores: { version: cutScores.version, isProvisional: cutScores.status === 'provisional' },
    units,
    joined: joinedGroups(tree, row.minimumGroupSize),
    isWithoutWorksCouncil: withoutCouncil,
    keyProgress: row.state === 'open' ? await keyProgress(context.database, scanId) : null,
    openedForAnswersOn: row.openedForAnswersAt && dayOf(row.openedForAnswersAt),
    closedOn: row.closedAt && dayOf(row.closedAt),
    countedOn: row.openedAt && dayOf(row.openedAt),
    may: {
      prepare: mayPrepareScan(actor),
      promise: isDraft && mayPromise(actor),
      consent: isDraft && mayRecordConsent(actor),
      recordNoWorksCouncil: isDraft && mayRecordNoWorksCouncil(actor, withoutCouncil),
    },
  };
}
