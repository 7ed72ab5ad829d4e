import { mayShowComments } from '@lerend/disclosure';
import { openQuestions } from '@lerend/instrument';
import type { OrganisationDatabase } from '#lib/platform/database/index.ts';
import { answeringStore } from './store.ts';

export interface OpenAnswers {
  readonly questionId: string;
  /** In no order. Null where too few people answered, whatever they wrote. */
  readonly answers: readonly { readonly id: string; readonly text: string }[] | null;
}

/** Answers in words, for the whole organisation only, per question and only where enough people wrote something. For `words` only. */
export async function openAnswers(database: OrganisationDatabase, scanId: string): Promise<readonly OpenAnswers[]> {
  const store = answeringStore(database);
  const respondents = (await store.report(scanId))?.counted ?? 0;
  const written = await store.openAnswers(scanId);
  return openQuestions.map(({ id: questionId }) => {
    const answers = written.filter((one) => one.questionId === questionId).map(({ id, text }) => ({ id, text }));
    return { questionId, answers: mayShowComments(respondents, answers.length) ? answers : null };
  });
}

/** How many of them there are to read. For `words` only. */
export async function countOpenAnswers(database: OrganisationDatabase, scanId: string): Promise<number> {
  const store = answeringStore(database);
  const respondents = (await store.report(scanId))?.counted ?? 0;
  const counts = (await store.openAnswersPerQuestion(scanId)).map(({ count }) => Number(count));
  return counts.reduce((sum, count) => sum + (mayShowComments(respondents, count) ? count : 0), 0);
}

/** Puts another text in the place of one, if that still stands there; false when it doesn't. For `words` only. */
export async function replaceOpenAnswer(
  database: OrganisationDatabase,
  change: { readonly scanId: string; readonly id: string; readonly from: string; readonly to: string },
): Promise<boolean> {
  return (await answeringStore(database).replaceOpenAnswer(change)) !== undefined;
}
