import { forms, openQuestions } from '@lerend/instrument';
import { openAnswers } from '#lib/features/answering/server/index.ts';
import type { UnitResultPage } from '#lib/features/result/contract.ts';
import { resultOf } from '#lib/features/result/server/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { ReadableWords } from '../contract.ts';
import { piecesOf } from './pieces.ts';
import { mayReadWords, mayReviewWords } from './policy.ts';
import { wordsStore } from './store.ts';

/** Whether there can be words at all: a form that asks for them, and a whole organisation with figures of its own. */
export function hasWords({ scan, figuresFrom }: Pick<UnitResultPage, 'scan' | 'figuresFrom'>): boolean {
  return forms[scan.form].hasOpenQuestions && figuresFrom.kind === 'own';
}

/**
 * What people wrote, per open question and for the whole organisation only, once it was looked through. Null for whom
 * it isn't, on a form without open questions, and where the whole has no figures of its own.
 */
export async function wordsOf(context: Context, scanId: string): Promise<ReadableWords | null> {
  const page = await resultOf(context, scanId);
  if (!mayReadWords(context.actor) || !hasWords(page)) return null;
  const written = await openAnswers(context.database, scanId);
  const isReleased = (await wordsStore(context.database).release(scanId)) !== undefined;
  const isThereAny = written.some(({ answers }) => answers !== null);
  if (!isReleased && isThereAny) return { state: 'waiting', mayReview: mayReviewWords(context.actor) };
  return {
    state: 'released',
    questions: openQuestions.map(({ id, text }) => ({
      questionId: id,
      question: text[context.language],
      answers:
        written.find(({ questionId }) => questionId === id)?.answers?.map((one) => piecesOf(one.text, false)) ?? null,
    })),
  };
}
