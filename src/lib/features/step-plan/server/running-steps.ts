import type { Context } from '#lib/platform/context/index.ts';
import type { PlanReader, Step } from '../contract.ts';
import { presentStep } from './present.ts';
import { readerStore } from './store-readers.ts';
import { stepStore } from './store.ts';

// For what is mailed about a plan. Whoever calls these has asked whether the reader may see it: a recurring job acts for
// nobody, and mails only those who lead the unit.

/** The step that runs in a unit, whole, in the language of the context; null when none does. */
export async function runningStep(context: Context, unitId: string): Promise<Step | null> {
  const store = stepStore(context.database);
  const active = (await store.stepsOf(unitId)).find((row) => row.state === 'active');
  return active ? presentStep(active, await store.actions(active.id), context) : null;
}

/** The units in which a step runs. */
export async function unitsWithRunningStep(context: Context): Promise<readonly string[]> {
  return (await stepStore(context.database).stepsIn(['active'])).map(({ unitId }) => unitId);
}

/** Those to whom this unit itself was granted. */
export function planReaders(context: Context, unitId: string): Promise<readonly PlanReader[]> {
  return readerStore(context.database).managersOf(unitId, context.clock.now());
}
