import { formNames, forms, mostProfileQuestions, profileQuestionIds } from '@lerend/instrument';
import { z } from 'zod';
import { languages } from '#lib/platform/language/index.ts';
import { ProfileHeadsInput, typedHeads } from './profile-heads.ts';

const day = z.iso.date('day-unclear');

/** A list of a form's repeated fields; one value, or none, is also a list. */
const listOf = <Item extends z.ZodType>(item: Item) =>
  z.preprocess(
    (given) => (Array.isArray(given) ? given : [given]).filter((one) => one !== undefined && one !== ''),
    z.array(item),
  );

/** A whole number, typed without full stops: `1.000` could be one as well as a thousand. */
const whole = (fault: string) => typed(/^\d{1,7}$/, fault);

/** A number with at most one decimal; `1,5` and `1.5` are the same. */
const withHalves = (fault: string) => typed(/^\d{1,4}([.,]\d)?$/, fault);

function typed(pattern: RegExp, fault: string) {
  return z
    .union([z.string(), z.number()], fault)
    .transform((given) => String(given).trim())
    .refine((text) => pattern.test(text), fault)
    .transform((text) => Number(text.replace(',', '.')));
}

/** A field that a form may leave out or empty. */
function orNothing<Item extends z.ZodType>(item: Item) {
  return z.preprocess((given) => (given === undefined || given === '' ? null : given), item.nullable());
}

/** Research data are commonly kept for ten years after publication; nobody has a use for them here any longer. */
const mostYearsKept = 10;

function isKeptLongEnough(scan: { readonly closesOn: string; readonly rowsKeptUntil: string | null }): boolean {
  const last = `${Number(scan.closesOn.slice(0, 4)) + mostYearsKept}${scan.closesOn.slice(4)}`;
  return scan.rowsKeptUntil !== null && scan.rowsKeptUntil > scan.closesOn && scan.rowsKeptUntil <= last;
}

const minimumGroupSize = whole('group-unclear').pipe(z.number().min(5, 'group-too-small').max(50, 'group-too-large'));

export const ScanInput = z
  .object({
    title: z.string().trim().min(1, 'title-missing').max(120, 'title-too-long'),
    form: z.enum(formNames, 'form-unclear'),
    languages: listOf(z.enum(languages, 'language-unclear')).refine((list) => list.length > 0, 'language-missing'),
    opensOn: day,
    closesOn: day,
    reminderOn: listOf(day).transform((days) => [...new Set(days)].sort()),
    minimumGroupSize,
    introduction: z
      .string()
      .trim()
      .max(400, 'introduction-too-long')
      .default('')
      .transform((text) => text || null),
    contactName: z.string().trim().min(1, 'contact-name-missing').max(120, 'name-too-long'),
    contactEmail: z.string().trim().toLowerCase().pipe(z.email('email-unclear')),
    kind: z.enum(['regular', 'pilot'], 'input-unclear').default('regular'),
    researcher: orNothing(z.string().trim().min(3, 'researcher-missing').max(120, 'researcher-too-long')),
    rowsKeptUntil: orNothing(day),
    profileQuestions: listOf(z.enum(profileQuestionIds, 'input-unclear'))
      .transform((chosen) => profileQuestionIds.filter((id) => chosen.includes(id)))
      .refine((chosen) => chosen.length <= mostProfileQuestions, 'profile-too-many'),
    profileHeads: ProfileHeadsInput,
  })
  .refine((scan) => scan.closesOn >= scan.opensOn, { error: 'closes-before-opens', path: ['closesOn'] })
  .refine((scan) => scan.reminderOn.every((date) => date > scan.opensOn && date <= scan.closesOn), {
    error: 'reminder-outside',
    path: ['reminderOn'],
  })
  // In a row that leaves the house "not asked" and "left open" must not look alike, and its items must go together.
  .refine((scan) => scan.kind === 'regular' || forms[scan.form].itemsDrawnPerArea === null, {
    error: 'parts-in-pilot',
    path: ['form'],
  })
  .refine((scan) => scan.kind === 'regular' || scan.researcher !== null, {
    error: 'researcher-missing',
    path: ['researcher'],
  })
  .refine((scan) => scan.kind === 'regular' || isKeptLongEnough(scan), {
    error: 'kept-until-unclear',
    path: ['rowsKeptUntil'],
  })
  .transform((scan, fault) => {
    // In a pilot whole rows leave, and nothing about who somebody is may stand in one.
    if (scan.kind === 'pilot') return { ...scan, profileQuestions: [], profileHeads: {} };
    const profileHeads = typedHeads(scan.profileHeads, scan.profileQuestions);
    if (typeof profileHeads !== 'string') return { ...scan, researcher: null, rowsKeptUntil: null, profileHeads };
    fault.addIssue({ code: 'custom', message: profileHeads, path: ['profileHeads'] });
    return z.NEVER;
  });
export type ScanInput = z.infer<typeof ScanInput>;

export const PromiseInput = z.object({
  resultOn: day,
  hoursPerTeam: withHalves('hours-unclear'),
  eurosPerTeam: whole('euros-unclear'),
});
export type PromiseInput = z.infer<typeof PromiseInput>;

export const ConsentInput = z
  .object({
    decision: z.enum(['consent', 'no-works-council', 'refused'], 'decision-missing'),
    reason: z.string().trim().max(600, 'reason-too-long').default(''),
    /** The short form of the key on the page that was read, empty without one: another may have come in between. */
    keyRead: z.string().optional(),
  })
  .refine((input) => input.decision === 'consent' || input.reason !== '', {
    error: 'reason-missing',
    path: ['reason'],
  });
export type ConsentInput = z.infer<typeof ConsentInput>;

export const ofScan = z.object({ scanId: z.uuid('scan-unknown') });
