import { forms, openQuestions } from '@lerend/instrument';
import { openAnswers } from '#lib/features/answering/server/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { WordsOfQuestion } from '../contract.ts';
import { loadResult } from './load-result.ts';
import { maySeeWords } from './policy.ts';

/**
 * What people wrote, per open question and for the whole organisation only. Empty for whom it isn't, on a form without
 * open questions, and where the whole has no figures of its own.
 */
export async function wordsOf(context: Context, scanId: string): Promise<readonly WordsOfQuestion[]> {
  const { scan, snapshot } = await loadResult(context, scanId);
  const whole = snapshot.units.find(({ depth }) => depth === 0);
  if (!maySeeWords(context.actor) || !forms[scan.form].hasOpenQuestions || whole?.figuresFrom !== whole?.id) return [];
  const written = new Map((await openAnswers(context.database, scan.id)).map((one) => [one.questionId, one.texts]));
  return openQuestions.map(({ id, text }) => ({
    questionId: id,
    question: text[context.language],
    texts: written.get(id) ?? null,
  }));
}
