import type { ContractReason } from '@lerend/analysis';
import type { MessageKey, Words } from '../language.ts';

/** Why a figure isn't there, as a sentence. A reason without words doesn't compile. */
export function reasonSentence(reason: ContractReason, words: Words): string {
  const key: MessageKey = `analysis.reason.${reason}`;
  return words.say(key);
}
