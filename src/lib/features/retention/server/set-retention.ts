import { z } from 'zod';
import { audit, authorize, inTransaction } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { retentionKinds, retentionRules } from '../contract.ts';
import type { RetentionKind } from '../contract.ts';
import { retentionFaults, retentionMessages } from '../messages.ts';
import { maySetRetention } from './policy.ts';
import { periodsOf } from './retention-periods.ts';
import { retentionStore } from './store.ts';

const months = z
  .string('months-unclear')
  .trim()
  .regex(/^\d{1,3}$/, 'months-unclear')
  .transform(Number);
const SetRetention = z.object(
  Object.fromEntries(retentionKinds.map((kind) => [kind, months])) as Record<RetentionKind, typeof months>,
);

/** Sets how long each kind is kept, all at once as the page shows them. What falls outside it goes the next night. */
export async function setRetention(context: Context, input: unknown): Promise<{ changed: number }> {
  const wish = read(SetRetention, input, retentionFaults(context.language));
  authorize(context, maySetRetention(context.actor));
  const say = retentionMessages(context.language);
  for (const kind of retentionKinds) {
    const { least, most } = retentionRules[kind];
    if (wish[kind] < least || wish[kind] > most) throw new Refusal(422, say('months-outside', { least, most }), kind);
  }
  return inTransaction(context, async (inside) => {
    const periods = await periodsOf(inside.database);
    const changed = retentionKinds.filter((kind) => wish[kind] !== periods[kind]);
    const store = retentionStore(inside.database);
    for (const kind of changed) {
      await store.keepPeriod(kind, wish[kind], context.clock.now());
      await audit(inside, 'retention.changed', `${kind} ${periods[kind]} ${wish[kind]}`);
    }
    return { changed: changed.length };
  });
}
