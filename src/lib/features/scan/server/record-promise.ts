import { audit, authorize, inTransaction } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { scanFaults, scanMessages } from '../messages.ts';
import { lockedDraft } from './draft.ts';
import { mayPromise } from './policy.ts';
import { presentPromise } from './present.ts';
import { ofScan, PromiseInput } from './scan-input.ts';
import { scanStore } from './store.ts';

/**
 * The director writes down when the result comes and what each team gets for learning, before anyone is asked. A
 * promise that differs from the one that the works council read makes its consent lapse; a first promise doesn't.
 */
export async function recordPromise(context: Context, input: unknown): Promise<void> {
  const { scanId } = read(ofScan, input, scanFaults(context.language));
  const promise = read(PromiseInput, input, scanFaults(context.language));
  authorize(context, mayPromise(context.actor));
  await inTransaction(context, async (inside) => {
    const draft = await lockedDraft(inside, scanId);
    if (promise.resultOn <= draft.closesOn) {
      throw new Refusal(422, scanMessages(context.language)('result-before-closing'), 'resultOn');
    }
    const store = scanStore(inside.database);
    const before = presentPromise(draft);
    if (before && promised.some((part) => before[part] !== promise[part])) await store.dropConsent(scanId);
    await store.keepPromise(scanId, {
      ...promise,
      recordedBy: context.actor.name,
      recordedAt: context.clock.now(),
    });
    await audit(inside, 'scan.promised', scanId);
  });
}

const promised = ['resultOn', 'hoursPerTeam', 'eurosPerTeam'] as const;
