import { maySeeScans } from '#lib/features/scan/server/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { BallotOpening } from '../contract.ts';
import { keptKey } from './kept-key.ts';
import { mayJoinShares } from './policy.ts';
import { scanOfKey } from './scan-of-key.ts';

/** Whether this peiling waits for two shares of its key, and the public half that they must fit. */
export async function ballotOpening(context: Context, scanId: string): Promise<BallotOpening> {
  const { actor } = context;
  const scan = await scanOfKey(context, scanId, mayJoinShares(actor));
  const state = scan.state === 'closed' ? 'waiting' : scan.state === 'opened' ? 'done' : 'not-yet';
  return {
    scan: { id: scan.id, code: scan.code, title: scan.title, isPilot: scan.research !== null },
    key: await keptKey(context.database, scan.id),
    state,
    maySeeScan: maySeeScans(actor),
  };
}
