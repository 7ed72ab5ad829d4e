import { z } from 'zod';
import { audit, authorize, inTransaction } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { newId } from '#lib/platform/database/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { unitOrRefusal } from '#lib/features/step-plan/server/index.ts';
import { saidAndDoneFaults, saidAndDoneMessages } from '../messages.ts';
import { maySayNotDone } from './policy.ts';
import { saidAndDoneStore } from './store.ts';

const text = (most: number, missing: string) => z.string().trim().min(1, missing).max(most, 'text-too-long');
const ofUnit = z.object({ unitId: z.uuid('unit-unknown') });
const NotDoneInput = ofUnit.extend({ said: text(500, 'said-missing'), because: text(1000, 'not-because-missing') });
const RemoveNotDone = ofUnit.extend({ lineId: z.uuid('line-unknown') });

/** Says what people asked for and isn't done, and why not. */
export async function addNotDone(context: Context, input: unknown): Promise<void> {
  const { unitId, said, because } = read(NotDoneInput, input, saidAndDoneFaults(context.language));
  authorize(context, maySayNotDone(context.actor, unitId));
  await unitOrRefusal(context, unitId);
  await inTransaction(context, async (inside) => {
    const id = newId();
    await saidAndDoneStore(inside.database).insertNotDone({
      id,
      unitId,
      said,
      because,
      createdAt: context.clock.now(),
    });
    await audit(inside, 'not-done.added', id);
  });
}

export async function removeNotDone(context: Context, input: unknown): Promise<void> {
  const { unitId, lineId } = read(RemoveNotDone, input, saidAndDoneFaults(context.language));
  authorize(context, maySayNotDone(context.actor, unitId));
  await inTransaction(context, async (inside) => {
    const removed = await saidAndDoneStore(inside.database).removeNotDone(unitId, lineId);
    if (!removed) throw new Refusal(404, saidAndDoneMessages(context.language)('line-unknown'));
    await audit(inside, 'not-done.removed', lineId);
  });
}
