import type { Context } from '#lib/platform/context/index.ts';
import { formatDay } from '#lib/platform/language/index.ts';
import { stepDetail } from './step-detail.ts';

/** A step, line by line, for who wants to talk about it: what the page says, as this reader may see it. */
export async function shareableStep(context: Context, stepId: string): Promise<string[]> {
  const step = await stepDetail(context, stepId);
  const due = formatDay(step.dueOn, context.language);
  const lines = [
    `${step.title} (${step.areaName}), ${step.unitName}`,
    step.because,
    `${step.ownerName}, ${due}`,
    step.measure,
    ...step.actions.map(({ text, doneOn }) => (doneOn === null ? `☐ ${text}` : `☑ ${text}`)),
    ...(step.stuck ? [step.stuck.reason] : []),
    ...(step.lookBack ? [step.lookBack] : []),
  ];
  return [...new Set(lines.filter((line) => line.trim() !== ''))];
}
