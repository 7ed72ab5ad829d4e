import { forms } from '@lerend/instrument';
import { countOpenAnswers } from '#lib/features/answering/server/index.ts';
import type { ResultInList } from '#lib/features/result/contract.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { mayReviewWords } from './policy.ts';
import { wordsStore } from './store.ts';

/** How many answers in words of a result wait until this reader, or another who may, has looked them through. */
export async function wordsWaiting(
  { database, actor }: Context,
  { id, form, hasFigures }: Pick<ResultInList, 'id' | 'form' | 'hasFigures'>,
): Promise<number> {
  if (!mayReviewWords(actor) || !forms[form].hasOpenQuestions || !hasFigures) return 0;
  if (await wordsStore(database).release(id)) return 0;
  return countOpenAnswers(database, id);
}
