import type { AnswerRows, SnapshotUnit } from '@lerend/analysis';
import { snapshotForm } from '@lerend/analysis';
import type { FormName } from '@lerend/instrument';

const units = ['team', 'small-team', 'second-small-team', 'middle-team', 'others'] as const;
export type ExampleUnit = 'whole' | (typeof units)[number];

/** People in the made-up organisation: a team with all figures, two that are too small, one with scores only, and the rest. */
const people: Readonly<Record<Exclude<ExampleUnit, 'whole'>, { invited: number; answered: number }>> = {
  team: { invited: 17, answered: 14 },
  'small-team': { invited: 4, answered: 3 },
  'second-small-team': { invited: 5, answered: 4 },
  'middle-team': { invited: 10, answered: 8 },
  others: { invited: 64, answered: 51 },
};

/** How far each area lies above or below the middle, in answer steps: so that the example has something to tell. */
const areaTilt = [0.1, -0.5, 0.3, 0.8, -0.7, 0.6, -0.9, 0.2, -0.1, 0.4, -0.3];

/** "Weet ik niet" and open, in the bytes of an answer row. */
const dontKnow = 9;

export function exampleUnits(names: Readonly<Record<ExampleUnit, string>>): SnapshotUnit[] {
  const unit = (id: ExampleUnit, parentId: ExampleUnit | null, invited: number): SnapshotUnit => ({
    id,
    sourceUnitId: id,
    parentId,
    name: names[id],
    invited,
    headCount: invited,
  });
  const below = units.map((id) => unit(id, 'whole', people[id].invited));
  return [unit('whole', null, 0), ...below];
}

/** Answers that nobody gave, from a fixed seed: the same example every time. */
export function exampleAnswers(form: FormName): AnswerRows[] {
  const { itemIds, areas } = snapshotForm(form);
  const areaOfColumn = new Map(areas.flatMap(({ columns }, area) => columns.map((column) => [column, area])));
  const next = seeded(2026);
  return units.map((unitId) => {
    const n = people[unitId].answered;
    const items = new Uint8Array(n * itemIds.length);
    for (let person = 0; person < n; person++) {
      const mood = (next() - 0.5) * 1.6;
      itemIds.forEach((_, column) => {
        const tilt = areaTilt[areaOfColumn.get(column) ?? 0] ?? 0;
        const lean = unitId === 'team' ? tilt : tilt / 3;
        const answer = Math.round(3.2 + lean + mood + (next() - 0.5) * 2.2);
        items[person * itemIds.length + column] = next() < 0.03 ? dontKnow : Math.min(5, Math.max(1, answer));
      });
    }
    return { unitId, n, items };
  });
}

/** Numbers from 0 to below 1 by a linear congruence (Numerical Recipes' constants): plenty for an example. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
