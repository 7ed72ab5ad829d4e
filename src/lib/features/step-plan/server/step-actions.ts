import { z } from 'zod';
import { dayOf } from '#lib/platform/clock/index.ts';
import { audit, authorize, inTransaction } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { newId } from '#lib/platform/database/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { stepPlanFaults, stepPlanMessages } from '../messages.ts';
import { mayLeadPlan } from './policy.ts';
import { actionText, ofStep } from './step-input.ts';
import { stepOrRefusal } from './step-of.ts';
import { stepStore } from './store.ts';

const ofAction = ofStep.extend({ actionId: z.uuid('action-unknown') });
const TickAction = ofAction.extend({ done: z.enum(['yes', 'no']) });
const AddAction = ofStep.extend({ text: actionText });
const ChangeAction = ofAction.extend({ text: actionText });
const mostActions = 40;

/** Ticks an action off, or takes the tick back. */
export async function tickAction(context: Context, input: unknown): Promise<void> {
  const { stepId, actionId, done } = read(TickAction, input, stepPlanFaults(context.language));
  const doneOn = done === 'yes' ? dayOf(context.clock.now()) : null;
  await inStep(context, stepId, done === 'yes' ? 'step.action-ticked' : 'step.action-unticked', async (store) => {
    found(context, await store.updateAction(stepId, actionId, { doneOn }));
  });
}

export async function addAction(context: Context, input: unknown): Promise<{ actionId: string }> {
  const { stepId, text } = read(AddAction, input, stepPlanFaults(context.language));
  const actionId = newId();
  await inStep(context, stepId, 'step.action-added', async (store) => {
    const actions = await store.actions(stepId);
    if (actions.length >= mostActions)
      throw new Refusal(409, stepPlanMessages(context.language)('actions-too-many'), 'text');
    const position = Math.max(-1, ...actions.map((action) => action.position)) + 1;
    await store.insertActions([{ stepId, id: actionId, position, text, doneOn: null }]);
  });
  return { actionId };
}

export async function changeAction(context: Context, input: unknown): Promise<void> {
  const { stepId, actionId, text } = read(ChangeAction, input, stepPlanFaults(context.language));
  await inStep(context, stepId, 'step.action-changed', async (store) => {
    found(context, await store.updateAction(stepId, actionId, { text }));
  });
}

export async function removeAction(context: Context, input: unknown): Promise<void> {
  const { stepId, actionId } = read(ofAction, input, stepPlanFaults(context.language));
  await inStep(context, stepId, 'step.action-removed', async (store) => {
    found(context, await store.removeAction(stepId, actionId));
  });
}

async function inStep(
  context: Context,
  stepId: string,
  action: `step.${string}`,
  work: (store: ReturnType<typeof stepStore>) => Promise<void>,
): Promise<void> {
  const step = await stepOrRefusal(context, stepId);
  authorize(context, mayLeadPlan(context.actor, step.unitId));
  await inTransaction(context, async (inside) => {
    await work(stepStore(inside.database));
    await audit(inside, action, stepId);
  });
}

function found(context: Context, row: unknown): void {
  if (!row) throw new Refusal(404, stepPlanMessages(context.language)('action-unknown'));
}
