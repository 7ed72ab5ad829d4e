import { auditedPeiling, makeSnapshot, seededChance, snapshotForm } from '@lerend/analysis';
import type { SnapshotInput, SnapshotUnit } from '@lerend/analysis';
import { auditPeiling } from '@lerend/disclosure';
import { builtInCutScores, instrumentVersion } from '@lerend/instrument';
import { print } from './line.ts';

const units = 1000;
const teamsPerDepartment = 19;

/** The audit of a result of 1,000 units on the full form: eleven areas, 48 items. Made once; then measured. */
export function disclosureAudit(): void {
  const input = madePeiling(seededChance(5));
  const snapshot = makeSnapshot(input);
  const begin = performance.now();
  const { shownFigures, targets, enclosed } = auditPeiling(auditedPeiling(input, snapshot));
  const value = (performance.now() - begin) / 1000;
  const note = `${units} units, ${shownFigures} figures shown, ${targets} targets, ${enclosed} enclosed`;
  print({ task: 'disclosure-audit', value, unit: 's', atMost: 60, note });
}

/** Departments of nineteen teams of 3 to 38 people who answered; leaders in the unit above. */
function madePeiling(chance: () => number): SnapshotInput {
  const { itemIds } = snapshotForm('full');
  const parents = Array.from({ length: units }, (_, at) => (at === 0 ? null : parentOf(at)));
  const made = parents.map((parent, at): SnapshotUnit => ({
    id: `u${at}`,
    sourceUnitId: `source-${at}`,
    parentId: parent === null ? null : `u${parent}`,
    name: `Unit ${at}`,
    invited: 40,
    headCount: 40,
    reportingGroupId: `u${at}`,
  }));
  const answers = made.map(({ id }, at) => {
    const n = (at - 1) % (teamsPerDepartment + 1) === 0 || at === 0 ? 3 : 3 + Math.floor(36 * chance());
    const mean = 2.5 + 1.5 * chance();
    const answer = () => Math.min(5, Math.max(1, Math.round(mean + 2.5 * (chance() + chance() - 1))));
    return { unitId: id, n, items: Uint8Array.from({ length: n * itemIds.length }, answer) };
  });
  return {
    scanId: 'bench',
    form: 'full',
    instrumentVersion,
    cutScores: builtInCutScores,
    minimumGroupSize: 5,
    units: made,
    answers,
  };
}

/** The top, then departments each followed by its teams. */
function parentOf(at: number): number {
  const inDepartment = (at - 1) % (teamsPerDepartment + 1);
  return inDepartment === 0 ? 0 : at - inDepartment;
}
