import { formNames } from '@lerend/instrument';
import { z } from 'zod';
import { languages } from '#lib/platform/language/index.ts';

const day = z.iso.date('day-unclear');

/** A list of a form's repeated fields; one value, or none, is also a list. */
const listOf = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((given) => (Array.isArray(given) ? given : [given]).filter((one) => one !== undefined && one !== ''), z.array(item));

/** `1,5` and `1.5` are the same number. */
const decimal = (fault: string) => z.preprocess((given) => (typeof given === 'string' ? given.trim().replace(',', '.') : given), z.coerce.number<string | number>(fault));

const minimumGroupSize = z.coerce.number<string | number>('group-unclear').int('group-unclear').min(5, 'group-too-small').max(50, 'group-too-large');

export const ScanInput = z
  .object({
    title: z.string().trim().min(1, 'title-missing').max(120, 'title-too-long'),
    form: z.enum(formNames, 'form-unclear'),
    languages: listOf(z.enum(languages, 'language-unclear')).refine((list) => list.length > 0, 'language-missing'),
    opensOn: day,
    closesOn: day,
    reminderOn: listOf(day).transform((days) => [...new Set(days)].sort()),
    minimumGroupSize,
    introduction: z.string().trim().max(400, 'introduction-too-long').default('').transform((text) => text || null),
    contactName: z.string().trim().min(1, 'contact-name-missing').max(120, 'name-too-long'),
    contactEmail: z.string().trim().toLowerCase().pipe(z.email('email-unclear')),
  })
  .refine((scan) => scan.closesOn >= scan.opensOn, { error: 'closes-before-opens', path: ['closesOn'] })
  .refine((scan) => scan.reminderOn.every((date) => date > scan.opensOn && date <= scan.closesOn), { error: 'reminder-outside', path: ['reminderOn'] });
export type ScanInput = z.infer<typeof ScanInput>;

export const PromiseInput = z.object({
  resultOn: day,
  hoursPerTeam: decimal('hours-unclear').pipe(z.number('hours-unclear').min(0, 'hours-unclear').max(10_000, 'hours-unclear')),
  eurosPerTeam: decimal('euros-unclear').pipe(z.number('euros-unclear').int('euros-unclear').min(0, 'euros-unclear').max(10_000_000, 'euros-unclear')),
});
export type PromiseInput = z.infer<typeof PromiseInput>;

export const ConsentInput = z
  .object({
    decision: z.enum(['consent', 'no-works-council', 'refused'], 'decision-missing'),
    reason: z.string().trim().max(600, 'reason-too-long').default(''),
  })
  .refine((input) => input.decision === 'consent' || input.reason !== '', { error: 'reason-missing', path: ['reason'] });
export type ConsentInput = z.infer<typeof ConsentInput>;

export const ofScan = z.object({ scanId: z.uuid('scan-unknown') });
