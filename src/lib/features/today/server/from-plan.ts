import type { StepsForToday } from '#lib/features/step-plan/contract.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { formatDay } from '#lib/platform/language/index.ts';
import type { Ask, News } from '../contract.ts';
import { todayMessages } from '../messages.ts';

/** What the plans ask: decisions first, then looking back, what is late, and teams that haven't chosen yet. */
export function asksOfPlan(context: Context, plan: StepsForToday, hasResult: boolean): Ask[] {
  const say = todayMessages(context.language);
  const home = `/o/${context.database.organisationId}`;
  const stepHref = (step: { unitId: string; id: string }): string => `${home}/step-plan/${step.unitId}/${step.id}`;
  const isLead = (unitId: string): boolean => context.actor.leads.has(unitId);
  const dueIds = new Set(plan.lookBacksDue.map((step) => step.id));
  return [
    ...plan.decisions.map(({ step, reason }) => ({
      key: `decide:${step.id}`,
      sentence: say('decide', { step: step.title, unit: step.unitName, reason }),
      action: say('decide-action'),
      href: stepHref(step),
      by: null,
    })),
    ...plan.lookBacksDue
      .filter((step) => isLead(step.unitId))
      .map((step) => ({
        key: `look-back:${step.id}`,
        sentence: say('look-back', { step: step.title }),
        action: say('look-back-action'),
        href: stepHref(step),
        by: null,
      })),
    ...plan.active
      .filter((step) => step.isOverdue && isLead(step.unitId) && !dueIds.has(step.id))
      .map((step) => ({
        key: `overdue:${step.id}`,
        sentence: say('overdue', { step: step.title, day: formatDay(step.dueOn, context.language) }),
        action: say('overdue-action'),
        href: stepHref(step),
        by: null,
      })),
    ...(hasResult ? plan.unitsWithoutStep : []).map((unit) => ({
      key: `converse:${unit.unitId}`,
      sentence: say('converse', { unit: unit.unitName }),
      action: say('converse-action'),
      href: `${home}/conversation/${unit.unitId}`,
      by: null,
    })),
  ];
}

export function newsOfPlan(context: Context, plan: StepsForToday): News[] {
  const say = todayMessages(context.language);
  return plan.active.map((step) => ({
    key: `running:${step.id}`,
    sentence: say('running', {
      step: step.title,
      unit: step.unitName,
      done: step.actionsDone,
      total: step.actionsTotal,
    }),
    href: `/o/${context.database.organisationId}/step-plan/${step.unitId}/${step.id}`,
  }));
}
