import { openQuestions } from '@lerend/instrument';
import { openAnswers } from '#lib/features/answering/server/index.ts';
import { resultOf } from '#lib/features/result/server/index.ts';
import { dayOf } from '#lib/platform/clock/index.ts';
import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { AnswerToReview, WordsReview } from '../contract.ts';
import { piecesOf } from './pieces.ts';
import { mayReviewWords } from './policy.ts';
import { hasWords } from './words-of.ts';
import { wordsStore } from './store.ts';

/** All answers in words that may be read at all, with what may point at somebody marked. */
export async function wordsReview(context: Context, scanId: string): Promise<WordsReview> {
  authorize(context, mayReviewWords(context.actor));
  const page = await resultOf(context, scanId);
  const release = await wordsStore(context.database).release(scanId);
  const written = hasWords(page) ? await openAnswers(context.database, scanId) : [];
  const questions = written.map(({ questionId, answers }) => ({
    questionId,
    question: openQuestions.find(({ id }) => id === questionId)?.text[context.language] ?? '',
    answers: answers && answers.map(toReview),
  }));
  const all = questions.flatMap(({ answers }) => answers ?? []);
  return {
    scan: { id: page.scan.id, title: page.scan.title },
    released: release ? { by: release.releasedBy, on: dayOf(release.releasedAt) } : null,
    questions,
    answers: all.length,
    pointing: all.filter(({ passages }) => passages.length > 0).length,
  };
}

function toReview({ id, text }: { readonly id: string; readonly text: string }): AnswerToReview {
  const pieces = piecesOf(text);
  const pointing = pieces.filter(({ kind }) => kind !== 'plain' && kind !== 'black');
  return { id, pieces, passages: [...new Set(pointing.map((piece) => piece.text))] };
}
