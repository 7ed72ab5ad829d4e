import { areaCodes, levels } from '@lerend/instrument';
import { z } from 'zod';

export const ofUnit = z.object({ unitId: z.uuid('unit-unknown') });
export const ofConversation = z.object({ conversationId: z.uuid('conversation-unknown') });

export const area = z.enum(areaCodes, 'area-unclear');
export const level = z.enum(levels, 'level-missing');
export const whyText = z.string().trim().max(4000, 'text-too-long').default('');

const head = z
  .string()
  .trim()
  .default('')
  .transform((typed) => (typed === '' ? null : Number(typed)))
  .refine((value) => value === null || (Number.isInteger(value) && value >= 1 && value <= 1000), 'present-unclear');

/** The step's own fields are read by the step plan; here only what belongs to the conversation. */
export const AgreementInput = z.object({
  ownerName: z.string().trim().min(1, 'owner-missing').max(120, 'text-too-long'),
  dueOn: z.iso.date('due-missing'),
  measure: z.string().trim().max(1000, 'text-too-long').default(''),
  hours: z.string().trim().default(''),
  euros: z.string().trim().default(''),
  nextLookBackOn: z.iso.date('look-back-missing'),
  present: head,
});

/** `PRACTICE/AREA`, or `own` with a title and an area of the team's own. */
export const ChoiceInput = z
  .object({
    choice: z.string().trim().min(1, 'choice-missing').max(120, 'choice-missing'),
    title: z.string().trim().max(160, 'text-too-long').default(''),
    area: z.union([area, z.literal('')]).default(''),
  })
  .superRefine(({ choice, title, area: given }, fault) => {
    if (choice !== 'own') return;
    if (title === '') fault.addIssue({ code: 'custom', path: ['title'], message: 'title-missing' });
    if (given === '') fault.addIssue({ code: 'custom', path: ['area'], message: 'area-missing' });
  });

/** The placing of a form with every area on it: `place-trust=usual`. Areas left open are left out. */
export function placingIn(input: unknown): (readonly [(typeof areaCodes)[number], (typeof levels)[number]])[] {
  const fields = (typeof input === 'object' && input !== null ? input : {}) as Readonly<Record<string, unknown>>;
  return areaCodes.flatMap((code) => {
    const placed = level.safeParse(fields[`place-${code}`]);
    return placed.success ? [[code, placed.data] as const] : [];
  });
}
