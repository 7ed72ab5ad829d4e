import { z } from 'zod';
import { openAnswers } from '#lib/features/answering/server/index.ts';
import { audit, authorize, inTransaction } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { wordsFaults, wordsMessages } from '../messages.ts';
import { mayReviewWords } from './policy.ts';
import { wordsStore } from './store.ts';

const OfScan = z.object({ scanId: z.uuid('scan-unknown') });

/** Lets those read the answers in words whom they are for. By somebody who looked them through; once, and for good. */
export async function releaseWords(context: Context, input: unknown): Promise<void> {
  const { scanId } = read(OfScan, input, wordsFaults(context.language));
  authorize(context, mayReviewWords(context.actor));
  await inTransaction(context, async (inside) => {
    const readable = (await openAnswers(inside.database, scanId)).some(({ answers }) => answers !== null);
    if (!readable) throw new Refusal(409, wordsMessages(context.language)('nothing-to-release'));
    const release = { scanId, releasedBy: context.actor.name, releasedAt: context.clock.now() };
    if (await wordsStore(inside.database).keepRelease(release)) await audit(inside, 'words.released', scanId);
  });
}
