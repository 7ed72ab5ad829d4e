import type { Platform } from '#lib/platform/context/index.ts';
import { mayStepInto } from './policy.ts';
import { exampleStore } from './store.ts';

/** Whether this account is one of the example's own people, for whom changing shoes costs nothing. */
export async function isOfExample({ database }: Platform, accountId: string): Promise<boolean> {
  return mayStepInto(await exampleStore(database).organisationsOf(accountId));
}
