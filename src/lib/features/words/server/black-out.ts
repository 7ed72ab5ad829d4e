import { z } from 'zod';
import { openAnswers, replaceOpenAnswer } from '#lib/features/answering/server/index.ts';
import { audit, authorize, inTransaction } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { wordsFaults, wordsMessages } from '../messages.ts';
import { blackedOut } from './pieces.ts';
import { mayReviewWords } from './policy.ts';

const passage = z.string().max(2000, 'passage-too-long');

const BlackOut = z
  .object({
    scanId: z.uuid('scan-unknown'),
    answerId: z.uuid('answer-unknown'),
    passage: z.preprocess((given) => (given === undefined ? [] : [given].flat()), z.array(passage)),
    own: passage.default(''),
  })
  .transform(({ passage, own, ...answer }) => ({
    ...answer,
    passages: [...passage, own].map((text) => text.trim()).filter((text) => text !== ''),
  }));

/** Takes passages out of one answer, for good: what stood there is kept nowhere. Also after the release. */
export async function blackOut(context: Context, input: unknown): Promise<void> {
  const { scanId, answerId, passages } = read(BlackOut, input, wordsFaults(context.language));
  authorize(context, mayReviewWords(context.actor));
  const say = wordsMessages(context.language);
  if (passages.length === 0) throw new Refusal(422, say('passage-missing'), `own-${answerId}`);
  await inTransaction(context, async (inside) => {
    const readable = (await openAnswers(inside.database, scanId)).flatMap(({ answers }) => answers ?? []);
    const answer = readable.find(({ id }) => id === answerId);
    if (!answer) throw new Refusal(404, say('answer-unknown'));
    const text = blackedOut(answer.text, passages);
    if (text === undefined) throw new Refusal(422, say('passage-not-there'), `own-${answerId}`);
    const isOurs = await replaceOpenAnswer(inside.database, { scanId, id: answerId, from: answer.text, to: text });
    if (!isOurs) throw new Refusal(409, say('passage-not-there'), `own-${answerId}`);
    await audit(inside, 'words.blacked-out', scanId);
  });
}
