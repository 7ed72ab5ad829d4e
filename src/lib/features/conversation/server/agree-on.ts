import type { StepDraft } from '#lib/features/step-plan/contract.ts';
import { addStep, stepDraft } from '#lib/features/step-plan/server/index.ts';
import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { conversationFaults, conversationMessages } from '../messages.ts';
import type { z } from 'zod';
import type { Chosen } from './choose-one.ts';
import { AgreementInput, ofConversation } from './conversation-input.ts';
import { changeConversation, conversationOrRefusal } from './conversation-of.ts';
import { mayLeadConversation } from './policy.ts';
import { areaOrNull, presentPlacing } from './present.ts';
import { conversationStore } from './store.ts';

/** What the agreement form begins with: the chosen practice's own figures, and what was granted. */
export async function agreementDraft(context: Context, conversationId: string): Promise<StepDraft> {
  const row = await conversationOrRefusal(context, conversationId);
  authorize(context, mayLeadConversation(context.actor, row.unitId));
  const placing = presentPlacing(await conversationStore(context.database).placing(row.id));
  const draft = await stepDraft(context, row.unitId, {
    practiceId: row.chosenPracticeId,
    area: row.chosenArea,
    placing,
  });
  return { ...draft, title: draft.title || (row.chosenTitle ?? '') };
}

/** Agrees: who, by when, how it will be noticed, and when to look back. The step goes into the plan. */
export async function agreeOn(context: Context, input: unknown): Promise<{ unitId: string; stepId: string }> {
  const { conversationId } = read(ofConversation, input, conversationFaults(context.language));
  const agreement = read(AgreementInput, input, conversationFaults(context.language));
  return changeConversation(context, conversationId, {
    states: ['chosen'],
    action: 'conversation.agreed',
    keep: async (inside, row) => {
      const chosenArea = areaOrNull(row.chosenArea);
      if (chosenArea === null) throw new Refusal(409, conversationMessages(context.language)('choose-first'));
      const chosen = { chosenArea, chosenPracticeId: row.chosenPracticeId, chosenTitle: row.chosenTitle ?? '' };
      return keepAgreement(inside, row, chosen, agreement);
    },
  });
}

/** Closes the conversation with its step, within the caller's transaction. */
export async function keepAgreement(
  inside: Context,
  conversation: { id: string; unitId: string },
  chosen: Chosen,
  agreement: z.infer<typeof AgreementInput>,
): Promise<{ unitId: string; stepId: string }> {
  const { present, ...step } = agreement;
  const store = conversationStore(inside.database);
  const placing = presentPlacing(await store.placing(conversation.id));
  const { chosenArea: area, chosenPracticeId, chosenTitle: title } = chosen;
  const { unitId } = conversation;
  const { stepId } = await addStep(
    inside,
    { ...step, unitId, area, title, because: '', practiceId: chosenPracticeId ?? '', start: 'when-free' },
    { conversationId: conversation.id, placing },
  );
  await store.update(conversation.id, { state: 'agreed', nextLookBackOn: agreement.nextLookBackOn, present });
  return { unitId, stepId };
}
