import { formatDay, formatEuros, formatHours } from '#lib/platform/language/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import type { Budget, Step, StepInList, UnitPlan } from '../contract.ts';
import { stepPlanMessages } from '../messages.ts';

const openActions = (step: StepInList): number => step.actionsTotal - step.actionsDone;

/** What a plan says of itself in one sentence. */
export function planHeading(plan: UnitPlan, language: Language): string {
  const say = stepPlanMessages(language);
  const { active, waiting, done, unitName: unit } = plan;
  if (active?.isStuck) return say('heading-stuck', { title: active.title });
  if (active && active.actionsTotal === 0) return say('heading-active-bare');
  if (active) return say('heading-active', { open: openActions(active) });
  if (waiting.length > 0) return say('heading-waiting', { waiting: waiting.length });
  return done.length > 0 ? say('heading-done', { unit, done: done.length }) : say('heading-empty', { unit });
}

export function stepHeading(step: Step, language: Language): string {
  const say = stepPlanMessages(language);
  const { title } = step;
  if (step.state === 'done') return say(`step-done-${step.helped ?? 'not-noticed'}`, { title });
  if (step.state === 'stopped') return say('step-stopped', { title });
  if (step.state === 'waiting') return say('step-waiting', { title });
  if (step.isStuck) return say('step-stuck', { title });
  return step.actionsTotal === 0 ? title : say('step-active', { title, open: openActions(step) });
}

/** When a step is done, or was; short, for in a row. */
export function whenSentence(step: StepInList, language: Language): string {
  const say = stepPlanMessages(language);
  const day = (date: string): string => formatDay(date, language, 'short');
  if (step.state === 'done' && step.endedOn) return say('step-ended-on', { day: day(step.endedOn) });
  if (step.state === 'stopped' && step.endedOn) return say('step-stopped-on', { day: day(step.endedOn) });
  return say(step.isOverdue ? 'overdue' : 'due', { day: day(step.dueOn) });
}

/** What was granted, what it is spent on, and what is left; over is said as plainly as left. */
export function budgetSentences(budget: Budget, language: Language): { sentences: string[]; isOver: boolean } {
  const say = stepPlanMessages(language);
  const { granted, used, left, promisedBy: by, scanTitle: scan } = budget;
  const hours = (value: number): string => formatHours(value, language);
  const euros = (value: number): string => formatEuros(value, language);
  const isOver = left.hours < 0 || left.euros < 0;
  const rest = isOver
    ? [
        left.hours < 0
          ? say('budget-hours-over', { hours: hours(-left.hours), by })
          : say('budget-hours-left', { hours: hours(left.hours) }),
        left.euros < 0
          ? say('budget-euros-over', { euros: euros(-left.euros), by })
          : say('budget-euros-left', { euros: euros(left.euros) }),
      ]
    : [say('budget-left', { hours: hours(left.hours), euros: euros(left.euros) })];
  return {
    sentences: [
      say('budget-granted', { by, hours: hours(granted.hours), euros: euros(granted.euros), scan }),
      ...(used.hours > 0 || used.euros > 0
        ? [say('budget-used', { hours: hours(used.hours), euros: euros(used.euros) })]
        : []),
      ...rest,
    ],
    isOver,
  };
}
