// A made-up organisation of three units, of which one is too small, for the tests of these documents.
import { makeSnapshot, snapshotForm, withItemsByGroup } from '@lerend/analysis';
import type { AnswerRows, ItemByGroup, Snapshot, SnapshotUnit } from '@lerend/analysis';
import { instrumentVersion } from '@lerend/instrument';

const FORM = 'full';
const MODULUS = 2147483647;

/** Park–Miller: the same answers on every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16807) % MODULUS;
    return state / MODULUS;
  };
}

function answers(unitId: string, n: number, mean: number, seed: number): AnswerRows {
  const next = numbers(seed);
  const { itemIds, areas } = snapshotForm(FORM);
  const lift = new Map(
    areas.flatMap(({ columns }, area) => columns.map((column) => [column, (area - 5) / 6] as const)),
  );
  const items = Uint8Array.from({ length: n * itemIds.length }, (_, index) => {
    const value = mean + (lift.get(index % itemIds.length) ?? 0) + (next() + next() + next() - 1.5) * 1.6;
    return Math.min(5, Math.max(1, Math.round(value)));
  });
  return { unitId, n, items };
}

const unit = (id: string, parentId: string | null, name: string, invited: number): SnapshotUnit => ({
  id,
  sourceUnitId: id,
  parentId,
  name,
  invited,
  headCount: invited,
});

const sampleUnits = (names: { top: string; north: string; small: string }): SnapshotUnit[] => [
  unit('top', null, names.top, 3),
  unit('north', 'top', names.north, 48),
  unit('south', 'top', 'Zuid', 39),
  unit('small', 'top', names.small, 4),
];

/** The same organisation, of which half works in shifts and is known to be larger; what groups answer differently is made up. */
export function sampleWithGroups(differing: readonly ItemByGroup[]): Snapshot {
  const rows = [answers('north', 41, 3.3, 11), answers('south', 30, 2.9, 23)];
  const bands = rows.map(({ unitId, n }) => ({
    unitId,
    bands: Uint8Array.from({ length: n }, (_, at) => 1 + (at % 2)),
  }));
  const questions = [{ id: 'profile-shifts', bands: 2, heads: [54, 40] }];
  const made = makeSnapshot({
    scanId: 'scan',
    instrumentVersion,
    form: FORM,
    minimumGroupSize: 5,
    units: sampleUnits({ top: 'Van der Veen', north: 'Noord', small: 'Klein' }),
    answers: rows,
    profile: { questions, rows: bands },
  });
  return withItemsByGroup(made, [{ questionId: 'profile-shifts', fewest: 200, found: { tested: 44, differing } }]);
}

export function sampleSnapshot(names: { top: string; north: string; small: string }): Snapshot {
  const units = sampleUnits(names);
  const make = (lift: number, previous?: Snapshot): Snapshot =>
    makeSnapshot({
      scanId: 'scan',
      instrumentVersion,
      form: FORM,
      minimumGroupSize: 5,
      units,
      answers: [answers('north', 41, 3.3 + lift, 11), answers('south', 30, 2.9, 23), answers('small', 3, 4, 31)],
      ...(previous
        ? { previous: { snapshot: previous, rosterDifference: { top: 0, north: 0, south: 0, small: 0 } } }
        : {}),
    });
  return make(0.35, make(0));
}
