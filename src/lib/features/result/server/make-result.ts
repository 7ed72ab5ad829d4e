import type { SnapshotInput } from '@lerend/analysis';
import { answerFromThread } from '#lib/platform/threads/index.ts';
import { resultFrom } from './result-from.ts';
import type { MadeResult } from './result-from.ts';

/** From so many answers on a result is seconds of thinking. */
const fewestForThread = 1000;

/**
 * Makes a result: of many answers in a thread of its own, so that the server goes on answering. The thread gets answers in
 * memory and ends with what it made.
 */
export function makeResult(input: SnapshotInput): Promise<MadeResult> {
  const people = input.answers.reduce((sum, { n }) => sum + n, 0);
  return people < fewestForThread
    ? resultFrom(input)
    : answerFromThread<MadeResult>('#lib/features/result/server/result-worker.ts', input);
}
