import { makeSnapshot, seededChance, snapshotForm } from '@lerend/analysis';
import type { SnapshotInput, SnapshotUnit } from '@lerend/analysis';
import { instrumentVersion } from '@lerend/instrument';

const perUnit = 42;

/** A pulse of more than a thousand people in 25 teams, with a profile question and the peiling before it. */
export function manyAnswers(): SnapshotInput {
  const before = answersFrom(3);
  const { profile, ...now } = answersFrom(4);
  const rosterDifference = Object.fromEntries(now.units.map(({ sourceUnitId }) => [sourceUnitId, 9]));
  return { ...now, profile, previous: { snapshot: makeSnapshot(before), rosterDifference } };
}

function answersFrom(seed: number) {
  const chance = seededChance(seed);
  const { itemIds } = snapshotForm('pulse');
  const units = Array.from({ length: 26 }, (_, at): SnapshotUnit => ({
    id: `unit-${at}`,
    sourceUnitId: `source-${at}`,
    parentId: at === 0 ? null : 'unit-0',
    name: `Team ${at}`,
    invited: 50,
    headCount: 50,
  }));
  const teams = units.slice(1);
  const answer = () => 1 + Math.floor(5 * chance());
  return {
    scanId: `scan-${seed}`,
    instrumentVersion,
    form: 'pulse',
    minimumGroupSize: 5,
    units,
    answers: teams.map(({ id }) => ({
      unitId: id,
      n: perUnit,
      items: Uint8Array.from({ length: perUnit * itemIds.length }, answer),
    })),
    profile: {
      questions: [{ id: 'profile-shifts', bands: 2, heads: [600, 650] }],
      rows: teams.map(({ id }) => ({
        unitId: id,
        bands: Uint8Array.from({ length: perUnit }, () => 1 + Math.floor(2 * chance())),
      })),
    },
  } as const satisfies SnapshotInput;
}
