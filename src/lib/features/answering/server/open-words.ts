import { shuffle, unsealInParts } from '@lerend/ballot';
import type { UnsealPart } from '@lerend/ballot';
import { openQuestions } from '@lerend/instrument';
import type { Context } from '#lib/platform/context/index.ts';
import { newId } from '#lib/platform/database/index.ts';
import { decodeOpenBallot } from '../contract.ts';
import { random } from './opening.ts';
import type { Opening } from './opening.ts';
import { openBallotsInParts } from './received-ballots.ts';
import { answeringStore } from './store.ts';
import type { KeptBallot } from './store.ts';

/** Each answer in words by itself: who wrote one can't be told from who wrote another. */
export async function openWords(inside: Context, { scanId, groupKeys }: Opening, unsealPart: UnsealPart<KeptBallot>) {
  if (!groupKeys.has('words')) return [];
  const parts = openBallotsInParts(answeringStore(inside.database), scanId);
  const { unsealed } = await unsealInParts(parts, unsealPart);
  const answers = unsealed.flatMap(({ payload }) => {
    const decoded = decodeOpenBallot(payload);
    return decoded.ok ? Object.entries(decoded.ballot.answers).filter(([id]) => isAsked(id)) : [];
  });
  return shuffle(answers, random).map(([questionId, text]) => ({ scanId, id: newId(), questionId, text }));
}

function isAsked(questionId: string): boolean {
  return openQuestions.some(({ id }) => id === questionId);
}
