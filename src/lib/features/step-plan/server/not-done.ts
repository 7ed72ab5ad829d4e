import { z } from 'zod';
import { audit, authorize, inTransaction } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { newId } from '#lib/platform/database/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { stepPlanFaults, stepPlanMessages } from '../messages.ts';
import { mayLeadPlan } from './policy.ts';
import { NotDoneInput, ofUnit } from './step-input.ts';
import { stepStore } from './store.ts';
import { unitOrRefusal } from './unit-of.ts';

const RemoveNotDone = ofUnit.extend({ lineId: z.uuid('line-unknown') });

/** Says what people asked for and isn't done, and why not. */
export async function addNotDone(context: Context, input: unknown): Promise<void> {
  const { unitId, said, because } = read(NotDoneInput, input, stepPlanFaults(context.language));
  authorize(context, mayLeadPlan(context.actor, unitId));
  await unitOrRefusal(context, unitId);
  await inTransaction(context, async (inside) => {
    const id = newId();
    await stepStore(inside.database).insertNotDone({ id, unitId, said, because, createdAt: context.clock.now() });
    await audit(inside, 'not-done.added', id);
  });
}

export async function removeNotDone(context: Context, input: unknown): Promise<void> {
  const { unitId, lineId } = read(RemoveNotDone, input, stepPlanFaults(context.language));
  authorize(context, mayLeadPlan(context.actor, unitId));
  await inTransaction(context, async (inside) => {
    const removed = await stepStore(inside.database).removeNotDone(unitId, lineId);
    if (!removed) throw new Refusal(404, stepPlanMessages(context.language)('line-unknown'));
    await audit(inside, 'not-done.removed', lineId);
  });
}
