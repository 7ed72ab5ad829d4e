import { isAreaCode } from '@lerend/instrument';
import { hoursOf, practiceOf } from '@lerend/planning';
import { addDays, dayOf } from '#lib/platform/clock/index.ts';
import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { OwnPlacing, StepDraft } from '../contract.ts';
import { stepPlanMessages } from '../messages.ts';
import { budgetOf } from './budget-of.ts';
import { mayLeadPlan } from './policy.ts';
import { reasonFor, teamSize } from './proposals.ts';
import { stepStore } from './store.ts';
import { unitOrRefusal } from './unit-of.ts';

/** A step of a team's own usually takes a season. */
const ownIdeaWeeks = 12;

/** An estimate for so many people is more exact than anybody plans, or than the form takes. */
const inHalfHours = (hours: number): number => Math.ceil(Math.round(hours * 100) / 50) / 2;

/** What the form for a new step begins with: filled in from a practice and the reason it was proposed for, or empty. */
export async function stepDraft(
  context: Context,
  unitId: string,
  wish: { practiceId?: string | null; area?: string | null; placing?: OwnPlacing } = {},
): Promise<StepDraft> {
  authorize(context, mayLeadPlan(context.actor, unitId));
  const { language } = context;
  const unit = await unitOrRefusal(context, unitId);
  const practice = wish.practiceId ? practiceOf(wish.practiceId) : undefined;
  const given = wish.area ?? '';
  const area = isAreaCode(given) ? given : (practice?.area ?? null);
  const [budget, steps, size] = await Promise.all([
    budgetOf(context, unitId),
    stepStore(context.database).stepsOf(unitId),
    teamSize(context, unitId),
  ]);
  const reason = area
    ? await reasonFor(context, unitId, { practiceId: practice?.id ?? null, area, placing: wish.placing })
    : null;
  const today = dayOf(context.clock.now());
  return {
    unitId,
    unitName: unit.name,
    practiceId: practice?.id ?? null,
    area,
    title: practice?.title[language] ?? '',
    said: reason?.said ?? '',
    because: reason?.because ?? (practice ? stepPlanMessages(language)('because-own') : ''),
    actions: practice?.actions.map((action) => action.text[language]) ?? [],
    measure: practice?.measure.text[language] ?? '',
    hours: practice ? inHalfHours(hoursOf(practice, size)) : null,
    euros: practice?.euros.high ?? null,
    dueOn: addDays(today, 7 * (practice?.weeks ?? ownIdeaWeeks)),
    budget,
    hasActive: steps.some((step) => step.state === 'active'),
  };
}
