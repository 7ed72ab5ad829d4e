import { isAreaCode } from '@lerend/instrument';
import type { AreaCode } from '@lerend/instrument';
import { practiceOf } from '@lerend/planning';
import type { Context } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { conversationFaults, conversationMessages } from '../messages.ts';
import { ChoiceInput, ofConversation } from './conversation-input.ts';
import { changeConversation } from './conversation-of.ts';
import { conversationStore } from './store.ts';

export interface Chosen {
  readonly chosenArea: AreaCode;
  readonly chosenPracticeId: string | null;
  readonly chosenTitle: string;
}

/** Chooses one thing: a proposal, another practice of the library, or an idea of the team's own. */
export async function chooseOne(context: Context, input: unknown): Promise<void> {
  const { conversationId } = read(ofConversation, input, conversationFaults(context.language));
  const chosen = readChoice(context, input);
  await changeConversation(context, conversationId, {
    states: ['revealed', 'chosen'],
    action: 'conversation.chosen',
    keep: (inside) => conversationStore(inside.database).update(conversationId, { ...chosen, state: 'chosen' }),
  });
}

export function readChoice(context: Context, input: unknown): Chosen {
  const { choice, title, area } = read(ChoiceInput, input, conversationFaults(context.language));
  if (choice === 'own') return { chosenArea: area as AreaCode, chosenPracticeId: null, chosenTitle: title };
  const [practiceId = '', forArea = ''] = choice.split('/');
  const practice = practiceOf(practiceId);
  if (!practice) throw new Refusal(422, conversationMessages(context.language)('choice-missing'), 'choice');
  return {
    chosenArea: isAreaCode(forArea) ? forArea : practice.area,
    chosenPracticeId: practice.id,
    chosenTitle: practice.title[context.language],
  };
}
