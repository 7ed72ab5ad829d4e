import { dayOf } from '#lib/platform/clock/index.ts';
import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { Answered, AnsweredLine } from '../contract.ts';
import { mayLeadPlan, mayReadPlan } from './policy.ts';
import { stepStore } from './store.ts';
import type { StepRow } from './store.ts';
import { unitOrRefusal } from './unit-of.ts';

/** What was done with the answers, for everyone in the unit: what runs and what is done, what was stopped, what isn't done and why. */
export async function answered(context: Context, unitId: string): Promise<Answered> {
  authorize(context, mayReadPlan(context.actor, unitId));
  const unit = await unitOrRefusal(context, unitId);
  const store = stepStore(context.database);
  const [rows, notDone] = await Promise.all([store.stepsOf(unitId), store.notDone(unitId)]);
  const active = rows.find((row) => row.state === 'active');
  return {
    unitId,
    unitName: unit.name,
    lines: [
      ...rows.filter((row) => row.state === 'active' || row.state === 'done').map(did),
      ...rows.filter((row) => row.state === 'stopped').map(stopped),
      ...notDone.map(({ id, said, because }) => ({ kind: 'not' as const, id, said, because, isOwnLine: true })),
    ],
    nextLookBackOn: active?.nextLookBackOn ?? null,
    mayLead: mayLeadPlan(context.actor, unitId),
  };
}

/** The words of the team; a step without a finding was said by whoever gave its reason. */
const saidIn = (row: StepRow): string => row.said || row.because;

function did(row: StepRow): AnsweredLine {
  const on = row.state === 'done' && row.endedAt ? dayOf(row.endedAt) : null;
  const lookBack = row.state === 'done' ? row.lookBack : null;
  return { kind: 'did', id: row.id, said: saidIn(row), what: row.title, on, helped: row.helped, lookBack };
}

function stopped(row: StepRow): AnsweredLine {
  return {
    kind: 'not',
    id: row.id,
    said: saidIn(row),
    because: `${row.title}: ${row.stopReason ?? ''}`,
    isOwnLine: false,
  };
}
