import type { Context } from '#lib/platform/context/index.ts';
import { formatDay } from '#lib/platform/language/index.ts';
import { stepPlanMessages } from '../messages.ts';
import { stepDetail } from './step-detail.ts';

/** What a reader could share about a step when they talk about it with someone: lines of their own page, without names of people. */
export async function shareableStep(context: Context, stepId: string): Promise<readonly string[]> {
  const say = stepPlanMessages(context.language);
  const step = await stepDetail(context, stepId);
  const { unitName: unit, title, areaName: area, actionsDone: done, actionsTotal: total } = step;
  return [
    say('share-about', { unit, title, area }),
    ...(step.said ? [step.said] : []),
    step.because,
    say('share-stand', { done, total, day: formatDay(step.dueOn, context.language) }),
    ...(step.stuck ? [say('share-stuck', { reason: step.stuck.reason })] : []),
    ...(step.lookBack && step.state === 'done' ? [say('share-look-back', { text: step.lookBack })] : []),
  ];
}
