import { formatDay } from '#lib/platform/language/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import type { Step } from '#lib/features/step-plan/contract.ts';
import { agendaMessages } from '../messages.ts';

/** Questions to open with, one a month; none of them can be answered with yes. */
const questions = ['question-1', 'question-2', 'question-3', 'question-4'] as const;

export interface AgendaInput {
  readonly step: Step;
  /** The month that it is for: `2026-12`. */
  readonly month: string;
  readonly url: string;
  readonly language: Language;
}

/** The agenda of the team's next meeting about its step, as plain text: it is the mail and the calendar entry alike. */
export function agendaText({ step, month, url, language }: AgendaInput): { subject: string; text: string } {
  const say = agendaMessages(language);
  const day = (date: string): string => formatDay(date, language);
  const open = step.actions.filter((action) => action.doneOn === null);
  const done = step.actions.filter((action) => action.doneOn !== null);
  const promise = open[0];
  const question = questions[Number(month.slice(5)) % questions.length] ?? questions[0];
  const parts = [
    [
      say('promise'),
      promise
        ? say('promise-text', { action: promise.text, owner: step.ownerName })
        : say('promise-none', { owner: step.ownerName }),
    ],
    [
      say('done', { done: done.length, total: step.actions.length }),
      done.length > 0 ? done.map((action) => `- ${action.text}`).join('\n') : say('done-none'),
    ],
    [say('stuck'), stuckText(step, language)],
    [say('question'), say(question)],
    [say('next'), step.nextLookBackOn ? say('next-text', { day: day(step.nextLookBackOn) }) : say('next-none')],
  ];
  const head = say('head', {
    unit: step.unitName,
    step: step.title,
    owner: step.ownerName,
    due: day(step.dueOn),
  });
  const body = parts.map(([title, text], index) => `${index + 1}. ${title}\n${text}`).join('\n\n');
  return {
    subject: say('subject', { unit: step.unitName, step: step.title }),
    text: `${head}\n\n${body}\n\n${say('foot', { url })}`,
  };
}

function stuckText({ stuck }: Step, language: Language): string {
  const say = agendaMessages(language);
  if (!stuck) return say('stuck-none');
  if (stuck.decision === null)
    return say('stuck-waits', { reason: stuck.reason, since: formatDay(stuck.since, language) });
  return say('stuck-decided', { reason: stuck.reason, decision: stuck.decision, by: stuck.decidedBy ?? '' });
}
