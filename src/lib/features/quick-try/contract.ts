export { keptAnswers } from './browser/kept-answers.ts';
export type { TriedAnswers } from './browser/kept-answers.ts';

/** How one answer is written when its giver chooses to share it: the question and the answer, in words. */
export const answerLine = (question: string, answer: string): string => `${answer}: ${question}`;
