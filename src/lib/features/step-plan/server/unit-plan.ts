import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { StepState, UnitPlan } from '../contract.ts';
import { budgetOf } from './budget-of.ts';
import { mostWaiting } from './plan-state.ts';
import { mayLeadPlan, mayReadPlan } from './policy.ts';
import { presentInList, presentStep } from './present.ts';
import { stepStore } from './store.ts';
import { unitOrRefusal } from './unit-of.ts';

/** The plan of one unit: what runs, what waits, what was done and what was stopped. */
export async function unitPlan(context: Context, unitId: string): Promise<UnitPlan> {
  authorize(context, mayReadPlan(context.actor, unitId));
  const unit = await unitOrRefusal(context, unitId);
  const store = stepStore(context.database);
  const [rows, budget] = await Promise.all([store.stepsOf(unitId), budgetOf(context, unitId)]);
  const inState = (state: StepState) =>
    rows.filter((row) => row.state === state).map((row) => presentInList(row, context));
  const lastFirst = (one: { endedOn: string | null }, other: { endedOn: string | null }) =>
    (one.endedOn ?? '') < (other.endedOn ?? '') ? 1 : -1;
  const activeRow = rows.find((row) => row.state === 'active');
  return {
    unitId,
    unitName: unit.name,
    active: activeRow ? presentStep(activeRow, await store.actions(activeRow.id), context) : null,
    waiting: inState('waiting'),
    done: inState('done').sort(lastFirst),
    stopped: inState('stopped').sort(lastFirst),
    budget,
    mayLead: mayLeadPlan(context.actor, unitId),
    mostWaiting,
  };
}
