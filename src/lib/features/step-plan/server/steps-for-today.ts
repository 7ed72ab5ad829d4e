import { dayOf } from '#lib/platform/clock/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { organisationTree } from '#lib/features/organisation/server/index.ts';
import type { StepsForToday } from '../contract.ts';
import { waitingDecisions } from './plan-overview.ts';
import { maySeeOverview } from './policy.ts';
import { presentInList } from './present.ts';
import { stepStore } from './store.ts';

/** Whether a plan asks something of this reader today. */
export async function stepsForToday(context: Context): Promise<StepsForToday> {
  const { actor } = context;
  const today = dayOf(context.clock.now());
  const [rows, tree] = await Promise.all([
    stepStore(context.database).stepsIn(['active', 'waiting']),
    organisationTree(context),
  ]);
  const mine = actor.leads.size > 0 ? actor.leads : actor.belongsTo;
  const active = rows
    .filter((row) => row.state === 'active' && mine.has(row.unitId))
    .map((row) => presentInList(row, context));
  const withPlan = new Set(rows.map((row) => row.unitId));
  // Whoever leads a division leads the teams below it too, but those have somebody of their own to begin.
  const ownUnits = tree.filter((unit) => actor.leads.has(unit.id) && !actor.leads.has(unit.parentId ?? ''));
  return {
    active,
    lookBacksDue: active.filter((step) => step.nextLookBackOn !== null && step.nextLookBackOn <= today),
    decisions: maySeeOverview(actor) ? (await waitingDecisions(context)).filter((one) => one.mayDecide) : [],
    unitsWithoutStep: ownUnits
      .filter((unit) => !withPlan.has(unit.id))
      .map((unit) => ({ unitId: unit.id, unitName: unit.name })),
  };
}
