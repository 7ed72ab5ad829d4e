import { assumptionsFromSnapshot, responseOfSnapshot } from '@lerend/analysis';
import type { LastResult } from '#lib/features/scan/contract.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { readableResults } from './load-result.ts';

/** What the last result that this reader may open lends to a foresight of the next peiling; null without one. */
export async function lastResultForForesight(context: Context): Promise<LastResult | null> {
  const [last] = await readableResults(context);
  if (!last) return null;
  const { scan, snapshot } = last;
  return {
    title: scan.title,
    response: responseOfSnapshot(snapshot),
    assumptions: assumptionsFromSnapshot(snapshot),
  };
}
