import { z } from 'zod';
import { isExample } from '#lib/features/organisation/server/index.ts';
import { audit, authorize, inTransaction } from '#lib/platform/context/index.ts';
import type { Context, Platform } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { exchangeFaults, exchangeMessages } from '../messages.ts';
import { aggregate, giveName, sharedResults, textOf } from './aggregate.ts';
import { mayExchange } from './policy.ts';

const OfScan = z.object({ scanId: z.uuid('scan-unknown') });

/** The aggregate of a published result as a file; that it left is in the audit, what it says isn't. */
export async function aggregateFile(
  platform: Platform,
  context: Context,
  input: unknown,
): Promise<{ text: string; fileName: string }> {
  const { scanId } = read(OfScan, input, exchangeFaults(context.language));
  authorize(context, mayExchange(context.actor));
  const say = exchangeMessages(context.language);
  if (await isExample(platform, context.database.organisationId)) throw new Refusal(422, say('example-shares-nothing'));
  const scan = (await sharedResults(context)).find(({ id }) => id === scanId);
  if (!scan) throw new Refusal(404, say('scan-unknown'));
  return inTransaction(context, async (inside) => {
    await giveName(inside);
    const leaving = await aggregate(inside, scanId);
    if (!leaving) throw new Refusal(409, say('too-few-answers'));
    await audit(inside, 'exchange.shared', scanId);
    return { text: textOf(leaving), fileName: `lerend-${leaving.year}-${leaving.name.slice(0, 8)}.json` };
  });
}
