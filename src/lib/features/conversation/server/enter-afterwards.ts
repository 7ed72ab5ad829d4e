import { z } from 'zod';
import { latestResultFor } from '#lib/features/result/server/index.ts';
import { dayOf } from '#lib/platform/clock/index.ts';
import { audit, authorize, inTransaction } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { conversationFaults, conversationMessages } from '../messages.ts';
import { keepAgreement } from './agree-on.ts';
import { readChoice } from './choose-one.ts';
import { AgreementInput, ofUnit, placingIn, whyText } from './conversation-input.ts';
import { unitOrRefusal } from './conversation-of.ts';
import { openConversation } from './plan-conversation.ts';
import { mayLeadConversation } from './policy.ts';
import { conversationStore } from './store.ts';

const EnterAfterwards = ofUnit
  .extend({ heldOn: z.iso.date('held-missing'), why: whyText })
  .extend(AgreementInput.shape);

/** Enters a conversation that was held on paper, all at once: everything is kept, or nothing. */
export async function enterAfterwards(context: Context, input: unknown): Promise<{ unitId: string; stepId: string }> {
  const { unitId, heldOn, why, ...agreement } = read(EnterAfterwards, input, conversationFaults(context.language));
  authorize(context, mayLeadConversation(context.actor, unitId));
  if (heldOn > dayOf(context.clock.now()))
    throw new Refusal(422, conversationMessages(context.language)('held-future'), 'heldOn');
  const chosen = readChoice(context, input);
  await unitOrRefusal(context, unitId);
  return inTransaction(context, async (inside) => {
    const { id } = await openConversation(inside, unitId);
    const store = conversationStore(inside.database);
    await store.place(id, placingIn(input));
    const scan = await latestResultFor(inside, unitId);
    await store.update(id, { ...chosen, heldOn, why, scanId: scan?.id ?? null });
    const agreed = await keepAgreement(inside, { id, unitId }, chosen, agreement);
    await audit(inside, 'conversation.entered', id);
    return agreed;
  });
}
