import { scanKeys } from '#lib/features/scan/server/index.ts';
import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { KeyInList, KeyState } from '../contract.ts';
import { maySeeKeys } from './policy.ts';

/** The peilingen that ask something of who keeps keys, or will: the newest first. */
export async function keyList(context: Context): Promise<readonly KeyInList[]> {
  authorize(context, maySeeKeys(context.actor));
  const scans = await scanKeys(context.database);
  return scans.map(({ id, title, state, openingKey, opensOn, closesOn }) => ({
    id,
    title,
    opensOn,
    closesOn,
    state: stateOf(state, openingKey),
  }));
}

function stateOf(state: 'draft' | 'open' | 'closed' | 'opened', openingKey: 'keeper' | 'server'): KeyState {
  if (state === 'opened') return 'done';
  if (state === 'draft') return openingKey === 'keeper' ? 'made' : 'to-make';
  if (openingKey === 'server') return 'with-server';
  return state === 'closed' ? 'to-join' : 'waits';
}
