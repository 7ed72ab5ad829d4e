import { practiceOf } from '@lerend/planning';
import { dayOf } from '#lib/platform/clock/index.ts';
import { audit, authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { newId } from '#lib/platform/database/index.ts';
import { read } from '#lib/platform/form/index.ts';
import type { OwnPlacing, StepState } from '../contract.ts';
import { stepPlanFaults, stepPlanMessages } from '../messages.ts';
import { grantedPerTeam } from './budget-of.ts';
import { mayLeadPlan } from './policy.ts';
import { reasonFor } from './proposals.ts';
import { AddStepInput } from './step-input.ts';
import { changePlan } from './step-of.ts';
import { stepStore } from './store.ts';

/** Where a step comes from, besides the result: the conversation that chose it, and where the team placed itself. */
export interface StepOrigin {
  readonly conversationId?: string;
  readonly placing?: OwnPlacing;
}

/**
 * Adds a step to a unit's plan. It starts when nothing else runs, else it waits. What is left empty comes from the
 * proposal (why) and from the practice (actions, how it is measured), in the reader's language.
 */
export async function addStep(
  context: Context,
  input: unknown,
  origin?: StepOrigin,
): Promise<{ stepId: string; state: StepState }> {
  const wish = read(AddStepInput, input, stepPlanFaults(context.language));
  authorize(context, mayLeadPlan(context.actor, wish.unitId));
  const { language } = context;
  const practice = wish.practiceId === null ? undefined : practiceOf(wish.practiceId);
  const reason = await reasonFor(context, wish.unitId, {
    practiceId: practice?.id ?? null,
    area: wish.area,
    placing: origin?.placing,
  });
  const granted = await grantedPerTeam(context);
  const { unitId, start, actions, ...given } = wish;
  const id = newId();
  const lines = actions.length > 0 ? actions : (practice?.actions.map((action) => action.text[language]) ?? []);
  return changePlan(context, unitId, { kind: 'add', id, start }, async (inside, { after, lastPosition }) => {
    const store = stepStore(inside.database);
    const at = context.clock.now();
    const state = after.get(id) ?? 'waiting';
    await store.insertStep({
      ...given,
      id,
      unitId,
      state,
      practiceId: practice?.id ?? null,
      said: reason.said,
      because: given.because || (reason.because ?? stepPlanMessages(language)('because-own')),
      measure: given.measure || (practice?.measure.text[language] ?? stepPlanMessages(language)('measure-own')),
      findingIds: [...reason.findingIds],
      ruleId: reason.ruleId,
      scanId: granted?.scanId ?? null,
      conversationId: origin?.conversationId ?? null,
      startsOn: state === 'active' ? dayOf(at) : null,
      position: lastPosition + 1,
      createdAt: at,
    });
    await store.insertActions(
      lines.map((text, position) => ({ stepId: id, id: newId(), position, text, doneOn: null })),
    );
    await audit(inside, 'step.added', id);
    return { stepId: id, state };
  });
}
