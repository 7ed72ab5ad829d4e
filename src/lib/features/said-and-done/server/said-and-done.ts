import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { ToldStep } from '#lib/features/step-plan/contract.ts';
import { toldSteps, unitOrRefusal } from '#lib/features/step-plan/server/index.ts';
import type { SaidAndDone, SaidLine } from '../contract.ts';
import { mayReadSaidAndDone, maySayNotDone } from './policy.ts';
import { saidAndDoneStore } from './store.ts';

/** What was done with the answers, for everyone in the unit: what runs and what is done, what was stopped, what isn't done and why. */
export async function saidAndDone(context: Context, unitId: string): Promise<SaidAndDone> {
  authorize(context, mayReadSaidAndDone(context.actor, unitId));
  const unit = await unitOrRefusal(context, unitId);
  const [steps, notDone] = await Promise.all([
    toldSteps(context, unitId),
    saidAndDoneStore(context.database).notDone(unitId),
  ]);
  const active = steps.find((step) => step.state === 'active');
  return {
    unitId,
    unitName: unit.name,
    lines: [
      ...steps.filter((step) => step.state === 'active' || step.state === 'done').map(did),
      ...steps.filter((step) => step.state === 'stopped').map(stopped),
      ...notDone.map(({ id, said, because }) => ({ kind: 'not' as const, id, said, because, isOwnLine: true })),
    ],
    nextLookBackOn: active?.nextLookBackOn ?? null,
    mayLead: maySayNotDone(context.actor, unitId),
  };
}

/** The words of the team; a step without a finding was said by whoever gave its reason. */
const saidIn = (step: ToldStep): string => step.said || step.because;

function did(step: ToldStep): SaidLine {
  const isDone = step.state === 'done';
  const { id, title: what, helped } = step;
  const [on, lookBack] = isDone ? [step.endedOn, step.lookBack] : [null, null];
  return { kind: 'did', id, said: saidIn(step), what, on, helped, lookBack };
}

function stopped(step: ToldStep): SaidLine {
  return {
    kind: 'not',
    id: step.id,
    said: saidIn(step),
    because: `${step.title}: ${step.stopReason ?? ''}`,
    isOwnLine: false,
  };
}
