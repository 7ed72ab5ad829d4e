import type { FormName } from '@lerend/instrument';
import { instrumentVersion } from '@lerend/instrument';
import { snapshotForm } from '../snapshot-form.ts';
import type { SnapshotInput, SnapshotUnit } from '../snapshot-input.ts';

export { seededChance } from '../../foresight/seeded-chance.ts';

/** Standard normal, by the sum of twelve. */
export function normalFrom(chance: () => number): number {
  return Array.from({ length: 12 }, chance).reduce((sum, part) => sum + part, -6);
}

export function unit(id: string, parentId: string | null, invited = 20): SnapshotUnit {
  return { id, sourceUnitId: `source-${id}`, parentId, name: `Unit ${id}`, invited, headCount: invited };
}

/** The answers of one unit: one value per person and column, given by `answer`. */
export function answersOf(
  form: FormName,
  unitId: string,
  n: number,
  answer: (person: number, column: number) => number,
): { unitId: string; n: number; items: Uint8Array } {
  const width = snapshotForm(form).itemIds.length;
  return {
    unitId,
    n,
    items: Uint8Array.from({ length: n * width }, (_, at) => answer(Math.floor(at / width), at % width)),
  };
}

/** People who each have their own level, in units that have one as well; some items open, some "don't know". */
export function livelyAnswers(form: FormName, unitId: string, n: number, chance: () => number, mean = 3.3) {
  const people = Array.from({ length: n }, () => mean + 0.6 * normalFrom(chance));
  return answersOf(form, unitId, n, (person) => {
    const fate = chance();
    if (fate < 0.04) return fate < 0.02 ? 0 : 9;
    return Math.min(5, Math.max(1, Math.round((people[person] ?? mean) + 0.8 * normalFrom(chance))));
  });
}

export function peiling(changes: Partial<SnapshotInput>): SnapshotInput {
  return {
    scanId: 'scan-1',
    form: 'full',
    instrumentVersion,
    minimumGroupSize: 5,
    units: [unit('top', null)],
    answers: [],
    ...changes,
  };
}
