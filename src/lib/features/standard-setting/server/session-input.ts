import { itemsOf } from '@lerend/instrument';
import type { BorderlineAnswers } from '@lerend/psychometrics';
import { z } from 'zod';
import type { Fields } from '#lib/platform/form/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import { panelRoles, sessionForms } from '../contract.ts';
import type { Judgements, SessionForm } from '../contract.ts';
import { settingMessages } from '../messages.ts';

export const ofSession = z.object({ sessionId: z.uuid('session-unknown') });
export const ofPanellist = ofSession.extend({ panellistId: z.uuid('panellist-unknown') });
export const StartSession = z.object({
  title: z.string().trim().min(1, 'title-missing').max(120, 'title-too-long'),
  form: z.enum(sessionForms, 'form-unclear'),
});
export const panelRole = z.enum(panelRoles, 'role-missing');
const rationale = z.string().trim().min(40, 'rationale-short').max(4000, 'rationale-long');
export const AdoptOutcome = ofSession.extend({
  rationaleNl: rationale,
  rationaleEn: rationale,
  perArea: z.literal('on').optional(),
});

/** Answers from nooit to altijd in half steps, as a form sends them. */
const answerSteps = [1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5] as const;

/**
 * The judgements in a form's fields (`ITEM-0`, `ITEM-1`, `ITEM-2`: only just begun, usual, improving) of these items. An
 * item left open is left out; one filled in halfway, or going down, is refused at that item, and nothing is kept.
 */
export function readJudgements(fields: Fields, itemIds: readonly string[], language: Language): Judgements {
  const say = settingMessages(language);
  const judged: [string, BorderlineAnswers][] = [];
  for (const id of itemIds) {
    const typed = [0, 1, 2].map((cut) => fields[`${id}-${cut}`] ?? '');
    if (typed.every((value) => value === '')) continue;
    const [begun, usual, improving] = typed.map((value) => answerSteps.find((step) => String(step) === value));
    if (begun === undefined || usual === undefined || improving === undefined)
      throw new Refusal(422, say('judgement-incomplete'), id);
    if (begun > usual || usual > improving) throw new Refusal(422, say('judgement-order'), id);
    judged.push([id, [begun, usual, improving]]);
  }
  return Object.fromEntries(judged);
}

/** The items that a session is about, in the order in which they are judged. */
export const sessionItems = (form: SessionForm) => itemsOf(form);
