import {
  areGroupsHeldBack,
  auditedPeiling,
  itemsByGroup,
  makeSnapshot,
  mayTestItems,
  withGroupsHeldBack,
  withItemsByGroup,
} from '@lerend/analysis';
import type { Snapshot, SnapshotInput } from '@lerend/analysis';
import { auditPeiling } from '@lerend/disclosure';
import type { GroupsAudit, KeptAudit, ResultDocument } from './store.ts';

/** A result as it is kept: the snapshot as text, and what the audit found. */
export interface MadeResult {
  readonly document: ResultDocument;
  readonly report: KeptAudit;
}

/**
 * Puts everything that the result of a peiling is made of through the one function that makes it, and what comes out
 * through the audit. Where it tells too much with the page about groups, it is made without (`withGroupsHeldBack`).
 */
export async function resultFrom(input: SnapshotInput): Promise<MadeResult> {
  const { profile, ...without } = input;
  if (!profile) return madeOf(await audited(without, makeSnapshot(without)));
  const found = mayTestItems({ ...without, profile }) ? itemsByGroup({ ...without, profile }) : [];
  const made = await audited(input, withItemsByGroup(makeSnapshot(input), found));
  if (made.report.enclosed === 0) return madeOf(made);
  const unitsOnly = await audited(input, withGroupsHeldBack(made.snapshot));
  // Where units tell too much by themselves, groups aren't what it is held back for.
  return madeOf(unitsOnly.report.enclosed === 0 ? unitsOnly : made);
}

interface Audited {
  readonly snapshot: Snapshot;
  readonly report: KeptAudit;
}

/** A snapshot held against the audit. */
export async function audited(input: SnapshotInput, snapshot: Snapshot): Promise<Audited> {
  const report = await auditPeiling(auditedPeiling(input, snapshot));
  const groups = groupsAudit(input, snapshot);
  return { snapshot, report: { ...report, ...(groups ? { groups } : {}) } };
}

function groupsAudit({ profile }: SnapshotInput, snapshot: Snapshot): GroupsAudit | null {
  if (areGroupsHeldBack(snapshot)) return 'held-back';
  if (!snapshot.profile?.some(({ classes }) => classes !== null)) return null;
  return profile ? 'checked' : 'not-checked';
}

function madeOf({ snapshot, report }: Audited): MadeResult {
  const { scanId, methodVersion } = snapshot;
  return { document: { scanId, methodVersion, json: JSON.stringify(snapshot) }, report };
}
