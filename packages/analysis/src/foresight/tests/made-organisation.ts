import { areaCodes, forms } from '@lerend/instrument';
import type { FormName } from '@lerend/instrument';
import { normalQuantile } from '@lerend/psychometrics';
import { snapshotForm } from '../../snapshot/snapshot-form.ts';
import type { AnswerRows, SnapshotInput } from '../../snapshot/snapshot-input.ts';
import { peiling, unit } from '../../snapshot/tests/peiling.ts';
import { binomial } from '../binomial.ts';
import type { ForeseenUnit } from '../foresight-input.ts';
import type { VarianceAssumptions } from '../variance-assumptions.ts';

const dontKnow = 9;
const pointsPerStep = 25;
/** Rounding to options adds this to what is left of an answer, so that much less is made. */
const rounding = pointsPerStep ** 2 / 12;
/** Points; items lie around it. */
const middle = 52;

/** A department with teams under it, a few times; managers answer one unit up. */
export function madeTree(departments: number, teams: readonly number[]): ForeseenUnit[] {
  const below = Array.from({ length: departments }, (_, at) => `department-${at}`).flatMap((id) => [
    { id, parentId: 'top', invited: teams.length },
    ...teams.map((invited, team) => ({ id: `${id}-team-${team}`, parentId: id, invited })),
  ]);
  return [{ id: 'top', parentId: null, invited: departments }, ...below];
}

/** One peiling in an organisation that is as the assumptions say: who answers, and what, by chance. */
export function madePeiling(
  units: readonly ForeseenUnit[],
  form: FormName,
  response: number,
  assumptions: VarianceAssumptions,
  chance: () => number,
): SnapshotInput {
  const answers = units.flatMap(({ id, invited }): AnswerRows[] => {
    const n = binomial(invited, response, chance);
    return n === 0 ? [] : [{ unitId: id, n, items: unitAnswers(form, n, assumptions, chance) }];
  });
  return peiling({ form, answers, units: units.map(({ id, parentId, invited }) => unit(id, parentId, invited)) });
}

function unitAnswers(form: FormName, n: number, assumptions: VarianceAssumptions, chance: () => number): Uint8Array {
  const { itemIds, areas } = snapshotForm(form);
  const normal = () => normalQuantile(Math.max(1e-12, chance()));
  const rows = new Uint8Array(n * itemIds.length);
  const restSd = Math.sqrt(Math.max(0, assumptions.residual - rounding));
  for (const { columns } of areas) {
    const ofUnit = Math.sqrt(assumptions.unit) * normal();
    for (let person = 0; person < n; person++) {
      const own = ofUnit + Math.sqrt(assumptions.person) * normal();
      for (const column of drawn(columns, forms[form].itemsDrawnPerArea, chance)) {
        const points = middle + itemEffect(column) + own + restSd * normal();
        const option = Math.min(5, Math.max(1, Math.round(1 + points / pointsPerStep)));
        rows[person * itemIds.length + column] = chance() < assumptions.unanswered ? dontKnow : option;
      }
    }
  }
  return rows;
}

function drawn(columns: readonly number[], count: number | null, chance: () => number): readonly number[] {
  if (count === null) return columns;
  return columns
    .map((column) => ({ column, lot: chance() }))
    .sort((a, b) => a.lot - b.lot)
    .slice(0, count)
    .map(({ column }) => column);
}

/** From −9 to 9 points, another for every item. */
const itemEffect = (column: number): number => ((column * 7) % areaCodes.length) * 1.8 - 9;
