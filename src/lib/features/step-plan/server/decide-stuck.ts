import { audit, authorize, inTransaction } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import { queueMail } from '#lib/platform/mail/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { stepPlanFaults, stepPlanMessages } from '../messages.ts';
import { mayDecide } from './policy.ts';
import { DecideStuck } from './step-input.ts';
import { stepOrRefusal } from './step-of.ts';
import { readerStore } from './store-readers.ts';
import { stepStore } from './store.ts';

/** Answers a stuck step in words; whoever leads the unit gets them by mail. */
export async function decideStuck(context: Context, input: unknown): Promise<void> {
  const { stepId, decision } = read(DecideStuck, input, stepPlanFaults(context.language));
  const step = await stepOrRefusal(context, stepId);
  authorize(context, step.stuckFor !== null && mayDecide(context.actor, step.stuckFor));
  const isWaiting = step.state === 'active' && step.decidedAt === null;
  if (!isWaiting) throw new Refusal(409, stepPlanMessages(context.language)('nothing-to-decide'));
  await inTransaction(context, async (inside) => {
    const at = context.clock.now();
    await stepStore(inside.database).updateStep(stepId, { decision, decidedBy: context.actor.name, decidedAt: at });
    for (const reader of await readerStore(inside.database).managersOf(step.unitId, at)) {
      const say = stepPlanMessages(reader.language);
      const url = `${context.publicUrl}/o/${inside.database.organisationId}/step-plan/${step.unitId}/${stepId}`;
      await queueMail(inside.database, context.jobs, {
        kind: 'step-decision',
        at,
        to: reader.email,
        subject: say('decision-mail-subject', { step: step.title }),
        text: say('decision-mail-text', {
          name: reader.name,
          step: step.title,
          by: context.actor.name,
          reason: step.stuckReason ?? '',
          decision,
          url,
        }),
      });
    }
    await audit(inside, 'step.decided', stepId);
  });
}
