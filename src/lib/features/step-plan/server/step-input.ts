import { areaCodes } from '@lerend/instrument';
import { z } from 'zod';

const text = (most: number, missing: string) => z.string().trim().min(1, missing).max(most, 'text-too-long');
const optionalText = (most: number) => z.string().trim().max(most, 'text-too-long').default('');
const optionalDay = z
  .union([z.iso.date('day-unclear'), z.literal('')])
  .default('')
  .transform((day) => day || null);

/** "2,5", "2.5" or nothing; whole euros stay whole. */
const amount = (most: number, decimals: 0 | 1, fault: string) =>
  z
    .string()
    .trim()
    .default('')
    .transform((typed) => (typed === '' ? 0 : Number(typed.replace(',', '.'))))
    .refine((value) => value >= 0 && value <= most && Number.isInteger(value * 10 ** decimals), fault);

/** One action a line, numbers or dashes in front left out. */
const actionLines = z
  .string()
  .default('')
  .transform((lines) =>
    lines
      .split(/\r?\n/)
      .map((line) => line.replace(/^\s*(?:[-–•*]|\d+[.)])\s+/, '').trim())
      .filter(Boolean),
  )
  .refine((lines) => lines.length <= 40 && lines.every((line) => line.length <= 500), 'actions-too-long');

export const ofStep = z.object({ stepId: z.uuid('step-unknown') });

export const actionText = text(500, 'action-missing');

/** What a step is, whether it is new or changed. */
export const StepInput = z.object({
  area: z.enum(areaCodes, 'area-missing'),
  title: text(160, 'title-missing'),
  because: optionalText(2000),
  ownerName: text(120, 'owner-missing'),
  dueOn: z.iso.date('due-unclear'),
  hours: amount(9999, 1, 'hours-unclear'),
  euros: amount(9_999_999, 0, 'euros-unclear'),
  measure: optionalText(1000),
  nextLookBackOn: optionalDay,
});

export const AddStepInput = StepInput.extend({
  unitId: z.uuid('unit-unknown'),
  practiceId: z
    .string()
    .trim()
    .max(80)
    .default('')
    .transform((id) => id || null),
  actions: actionLines,
  start: z.enum(['now', 'when-free', 'later']).default('when-free'),
});

export const ReportStuck = ofStep.extend({
  reason: text(1000, 'stuck-reason-missing'),
  for: z.enum(['coordinator', 'director', 'adviser'], 'stuck-for-missing'),
});
export const DecideStuck = ofStep.extend({ decision: text(1000, 'decision-missing') });
export const FinishStep = ofStep.extend({
  helped: z.enum(['yes', 'somewhat', 'no', 'not-noticed'], 'helped-missing'),
  lookBack: text(1000, 'look-back-missing'),
});
export const StopStep = ofStep.extend({ reason: text(1000, 'stop-reason-missing') });
