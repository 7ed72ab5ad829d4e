import { mayShowComments } from '@lerend/disclosure';
import { openQuestions } from '@lerend/instrument';
import type { OrganisationDatabase } from '#lib/platform/database/index.ts';
import { answeringStore } from './store.ts';

export interface OpenAnswers {
  readonly questionId: string;
  /** In no order. Null where too few people answered, whatever they wrote. */
  readonly texts: readonly string[] | null;
}

/** Answers in words, for the whole organisation only, per question and only where enough people wrote something. */
export async function openAnswers(database: OrganisationDatabase, scanId: string): Promise<readonly OpenAnswers[]> {
  const store = answeringStore(database);
  const respondents = (await store.report(scanId))?.counted ?? 0;
  const answers = await store.openAnswers(scanId);
  return openQuestions.map(({ id }) => {
    const texts = answers.filter(({ questionId }) => questionId === id).map(({ text }) => text);
    return { questionId: id, texts: mayShowComments(respondents, texts.length) ? texts : null };
  });
}
