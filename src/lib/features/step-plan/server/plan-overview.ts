import { dayOf } from '#lib/platform/clock/index.ts';
import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { PlanOverview, WaitingDecision } from '../contract.ts';
import { grantedPerTeam } from './budget-of.ts';
import { mayDecide, maySeeOverview } from './policy.ts';
import { presentInList } from './present.ts';
import { stepStore } from './store.ts';
import { unitsWithPlan } from './units-with-plan.ts';

/** Steps that are stuck and wait for a decision; those that this reader may decide come first, the longest waiting on top. */
export async function waitingDecisions(context: Context): Promise<readonly WaitingDecision[]> {
  authorize(context, maySeeOverview(context.actor));
  const rows = await stepStore(context.database).stepsIn(['active']);
  const waiting = rows.flatMap((row): WaitingDecision[] => {
    const { stuckReason: reason, stuckFor: asked, stuckSince: since, decidedAt } = row;
    if (reason === null || asked === null || since === null || decidedAt !== null) return [];
    return [
      {
        step: presentInList(row, context),
        reason,
        for: asked,
        since: dayOf(since),
        mayDecide: mayDecide(context.actor, asked),
      },
    ];
  });
  return waiting.sort(
    (one, other) => Number(other.mayDecide) - Number(one.mayDecide) || one.since.localeCompare(other.since),
  );
}

/** All plans side by side, with what waits for a decision and what was granted. */
export async function planOverview(context: Context): Promise<PlanOverview> {
  authorize(context, maySeeOverview(context.actor));
  const [units, decisions, granted] = await Promise.all([
    unitsWithPlan(context),
    waitingDecisions(context),
    grantedPerTeam(context),
  ]);
  return {
    units,
    decisions,
    granted: granted && { hours: granted.hours, euros: granted.euros },
    inMotion: units.filter((unit) => unit.active !== null).length,
    stuck: decisions.length,
    done: units.reduce((sum, unit) => sum + unit.done, 0),
  };
}
