import type { Language } from '#lib/platform/language/index.ts';
import type { ExampleState, ProgressAnswer } from '../contract.ts';
import { exampleMessages } from '../messages.ts';

/** What the waiting page says now. */
export function progressAnswer(state: ExampleState, language: Language): ProgressAnswer {
  const say = exampleMessages(language);
  if (state.kind !== 'making') return { isOver: true, percent: 100, sentence: '' };
  const { stage, done } = state;
  return {
    isOver: false,
    percent: done === null ? null : Math.round(done * 100),
    sentence: stage === null ? say('making-elsewhere') : say(`stage-${stage}`),
  };
}
