import {
  areGroupsHeldBack,
  auditedPeiling,
  makeSnapshot,
  withGroupsHeldBack,
  withItemsByGroup,
} from '@lerend/analysis';
import type { PreviousPeiling, ProfileAnswers, Snapshot, SnapshotInput, SnapshotUnit } from '@lerend/analysis';
import { auditPeiling } from '@lerend/disclosure';
import { answerBlocks, openingReport } from '#lib/features/answering/server/index.ts';
import { keptCutScores } from '#lib/features/cut-scores/server/index.ts';
import { invitedPerUnit } from '#lib/features/invitation/server/index.ts';
import type { ScanSetup, ScanUnit } from '#lib/features/scan/contract.ts';
import { scanUnits } from '#lib/features/scan/server/index.ts';
import type { OrganisationDatabase } from '#lib/platform/database/index.ts';
import { itemsInThread } from './items-in-thread.ts';
import { keptSnapshot } from './kept-snapshot.ts';
import { rosterDifference } from './roster-difference.ts';
import { resultStore } from './store.ts';
import type { GroupsAudit, KeptAudit } from './store.ts';

export interface MadeResult {
  readonly snapshot: Snapshot;
  readonly report: KeptAudit;
}

/**
 * Puts everything that the result of a peiling is made of through the one function that makes it, and what comes out
 * through the audit. Where it tells too much with the page about groups, it is made without (`withGroupsHeldBack`).
 * `minimumGroupSize`: larger than the peiling's own, to count again with. `profile`: only while the
 * ballots are being opened, for it is kept nowhere; a result that is counted again tells nothing of profile questions.
 */
export async function makeResult(
  database: OrganisationDatabase,
  scan: ScanSetup,
  {
    minimumGroupSize = scan.minimumGroupSize,
    profile = null,
  }: { readonly minimumGroupSize?: number; readonly profile?: ProfileAnswers | null } = {},
): Promise<MadeResult> {
  const without = { ...(await snapshotInput(database, scan)), minimumGroupSize };
  if (profile === null) return audited(without, makeSnapshot(without));
  const input = { ...without, profile: withHeads(profile, scan) };
  const items = itemsInThread(input);
  const snapshot = makeSnapshot(input);
  const made = await audited(input, withItemsByGroup(snapshot, await items));
  if (made.report.enclosed === 0) return made;
  const unitsOnly = await audited(input, withGroupsHeldBack(made.snapshot));
  // Where units tell too much by themselves, groups aren't what it is held back for.
  return unitsOnly.report.enclosed === 0 ? unitsOnly : made;
}

async function audited(input: SnapshotInput, snapshot: Snapshot): Promise<MadeResult> {
  const report = await auditPeiling(auditedPeiling(input, snapshot));
  const groups = groupsAudit(input, snapshot);
  return { snapshot, report: { ...report, ...(groups ? { groups } : {}) } };
}

function groupsAudit({ profile }: SnapshotInput, snapshot: Snapshot): GroupsAudit | null {
  if (areGroupsHeldBack(snapshot)) return 'held-back';
  if (!snapshot.profile?.some(({ classes }) => classes !== null)) return null;
  return profile ? 'checked' : 'not-checked';
}

/** With how many people there are in each band, where the peiling's coordinator knew before it opened. */
function withHeads(profile: ProfileAnswers, { profileHeads }: Pick<ScanSetup, 'profileHeads'>): ProfileAnswers {
  const questions = profile.questions.map((question) => {
    const heads = Object.entries(profileHeads).find(([id]) => id === question.id)?.[1];
    return heads ? { ...question, heads } : question;
  });
  return { ...profile, questions };
}

/** A result that was kept before, held against the audit of today; null when its answers are past their day. */
export async function auditKept(
  database: OrganisationDatabase,
  scan: ScanSetup,
  snapshot: Snapshot,
): Promise<KeptAudit | null> {
  const input = await snapshotInput(database, scan);
  const hasFigures = snapshot.units.some(({ figuresFrom, id }) => figuresFrom === id);
  return hasFigures && input.answers.length === 0 ? null : (await audited(input, snapshot)).report;
}

async function snapshotInput(database: OrganisationDatabase, scan: ScanSetup): Promise<SnapshotInput> {
  const units = await scanUnits(database, scan.id);
  const invited = await invitedPerUnit(database, scan.id);
  const report = await openingReport(database, scan.id);
  const previous = await previousPeiling(database, scan, units);
  return {
    scanId: scan.id,
    instrumentVersion: scan.instrumentVersion,
    cutScores: await keptCutScores(database, scan.cutScoreVersionId),
    form: scan.form,
    minimumGroupSize: scan.minimumGroupSize,
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
  };
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
