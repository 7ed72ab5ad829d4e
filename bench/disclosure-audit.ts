import { auditedPeiling, makeSnapshot, seededChance, snapshotForm } from '@lerend/analysis';
import type { ProfileAnswers, SnapshotInput, SnapshotUnit } from '@lerend/analysis';
import { auditPeiling } from '@lerend/disclosure';
import { builtInCutScores, instrumentVersion, mostProfileQuestions, profileQuestions } from '@lerend/instrument';
import { print } from './line.ts';

const teamsPerDepartment = 19;

/** The audit of results on the full form: eleven areas, 48 items. Each made once; then measured. */
export async function disclosureAudit(): Promise<void> {
  await auditOf('disclosure-audit', { units: 1000, leaders: 3, team: (chance) => 3 + Math.floor(36 * chance()) }, 60);
  // One shy of a figure beside teams of one size: rests so large that working them out in whole answers is what takes time.
  await auditOf('disclosure-audit-large-rests', { units: 300, leaders: 4, team: () => 35 }, 10);
  const withGroups = {
    units: 1000,
    leaders: 3,
    team: (chance: () => number) => 3 + Math.floor(36 * chance()),
    isByGroup: true,
  };
  await auditOf('disclosure-audit-groups', withGroups, 60);
}

interface Peiling {
  readonly units: number;
  /** Who answered in the top and in a department itself. */
  readonly leaders: number;
  /** Who answered in a team. */
  readonly team: (chance: () => number) => number;
  /** Whether everybody answered as many profile questions as may be asked. */
  readonly isByGroup?: boolean;
}

async function auditOf(task: string, peiling: Peiling, atMost: number): Promise<void> {
  const made = madePeiling(peiling, seededChance(5));
  const input = peiling.isByGroup ? { ...made, profile: madeProfile(made, seededChance(6)) } : made;
  const snapshot = makeSnapshot(input);
  const begin = performance.now();
  const { shownFigures, targets, enclosed } = await auditPeiling(auditedPeiling(input, snapshot));
  const value = (performance.now() - begin) / 1000;
  const note = `${peiling.units} units, ${shownFigures} figures shown, ${targets} targets, ${enclosed} enclosed`;
  print({ task, value, unit: 's', atMost, note });
}

/** Departments of nineteen teams; their leaders in the unit above. */
function madePeiling({ units, leaders, team }: Peiling, chance: () => number): SnapshotInput {
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
    const n = (at - 1) % (teamsPerDepartment + 1) === 0 || at === 0 ? leaders : team(chance);
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

/** Three questions; whoever is in a unit says the same a little more often than others do. */
function madeProfile({ answers }: SnapshotInput, chance: () => number): ProfileAnswers {
  const asked = profileQuestions.slice(0, mostProfileQuestions);
  const rows = answers.map(({ unitId, n }) => {
    const usual = asked.map(({ bands }) => 1 + Math.floor(bands.length * chance()));
    const bands = Uint8Array.from({ length: n * asked.length }, (_, at) => {
      const column = at % asked.length;
      return chance() < 0.3 ? (usual[column] ?? 1) : 1 + Math.floor((asked[column]?.bands.length ?? 2) * chance());
    });
    return { unitId, bands };
  });
  return { questions: asked.map(({ id, bands }) => ({ id, bands: bands.length })), rows };
}

/** The top, then departments each followed by its teams. */
function parentOf(at: number): number {
  const inDepartment = (at - 1) % (teamsPerDepartment + 1);
  return inDepartment === 0 ? 0 : at - inDepartment;
}
