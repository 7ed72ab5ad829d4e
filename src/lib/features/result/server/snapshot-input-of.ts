import type { PreviousPeiling, ProfileAnswers, SnapshotInput, SnapshotUnit } from '@lerend/analysis';
import { answerBlocks, openingReport } from '#lib/features/answering/server/index.ts';
import { keptCutScores } from '#lib/features/cut-scores/server/index.ts';
import { invitedPerUnit } from '#lib/features/invitation/server/index.ts';
import type { ScanSetup, ScanUnit } from '#lib/features/scan/contract.ts';
import { scanUnits } from '#lib/features/scan/server/index.ts';
import type { OrganisationDatabase } from '#lib/platform/database/index.ts';
import { keptSnapshot } from './kept-snapshot.ts';
import { rosterDifference } from './roster-difference.ts';
import { resultStore } from './store.ts';

interface Wish {
  /** Larger than the peiling's own, to count again with. */
  readonly minimumGroupSize?: number;
  /** Only while the ballots are being opened, for it is kept nowhere; a result that is counted again tells nothing of profile questions. */
  readonly profile?: ProfileAnswers | null;
}

/** Everything that the result of a peiling is made of. */
export async function snapshotInputOf(
  database: OrganisationDatabase,
  scan: ScanSetup,
  { minimumGroupSize = scan.minimumGroupSize, profile = null }: Wish = {},
): Promise<SnapshotInput> {
  const units = await scanUnits(database, scan.id);
  const invited = await invitedPerUnit(database, scan.id);
  const report = await openingReport(database, scan.id);
  const previous = await previousPeiling(database, scan, units);
  return {
    scanId: scan.id,
    instrumentVersion: scan.instrumentVersion,
    cutScores: await keptCutScores(database, scan.cutScoreVersionId),
    form: scan.form,
    minimumGroupSize,
    units: units.map((unit): SnapshotUnit => ({
      id: unit.id,
      sourceUnitId: unit.sourceUnitId,
      parentId: unit.parentId,
      name: unit.name,
      invited: invited.get(unit.id) ?? 0,
      headCount: unit.headCount,
      reportingGroupId: unit.reportingGroupId,
    })),
    answers: await answerBlocks(database, scan.id),
    ...(report ? { quality: { speed: report.speedBands } } : {}),
    ...(previous ? { previous } : {}),
    ...(profile ? { profile: withHeads(profile, scan) } : {}),
  };
}

/** With how many people there are in each band, where the peiling's coordinator knew before it opened. */
function withHeads(profile: ProfileAnswers, { profileHeads }: Pick<ScanSetup, 'profileHeads'>): ProfileAnswers {
  const questions = profile.questions.map((question) => {
    const heads = Object.entries(profileHeads).find(([id]) => id === question.id)?.[1];
    return heads ? { ...question, heads } : question;
  });
  return { ...profile, questions };
}

async function previousPeiling(
  database: OrganisationDatabase,
  { id, previousScanId }: ScanSetup,
  units: readonly ScanUnit[],
): Promise<PreviousPeiling | null> {
  if (previousScanId === null) return null;
  const store = resultStore(database);
  const kept = await store.result(previousScanId);
  if (!kept || kept.holdsBack) return null;
  const now = { units, invited: await store.invited(id) };
  const before = { units: await scanUnits(database, previousScanId), invited: await store.invited(previousScanId) };
  return { snapshot: await keptSnapshot(database, kept), rosterDifference: rosterDifference(now, before) };
}
