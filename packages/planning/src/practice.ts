import { areaCodes, levels } from '@lerend/instrument';
import { z } from 'zod';

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'kebab-case, a–z and 0–9 only');

const sentence = (minimum: number, maximum: number) => z.string().trim().min(minimum).max(maximum);
const text = (minimum: number, maximum: number) =>
  z.strictObject({ nl: sentence(minimum, maximum), en: sentence(minimum, maximum) });

const action = z.strictObject({
  id: slug.describe(
    'Unique within the practice; never reused for another action, because plans tick it off by this id.',
  ),
  text: text(25, 420).describe('Who does what, when. Stands nowhere else in the library.'),
});

const move = z.strictObject({
  area: z.enum(areaCodes),
  strength: z.enum(['strong', 'some']),
});

const measure = z.strictObject({
  kind: z
    .enum(['items', 'count', 'conversation'])
    .describe(
      'items: questions of the peiling; count: something the team counts; conversation: something the team asks itself.',
    ),
  itemIds: z
    .array(z.string().min(1))
    .min(1)
    .optional()
    .describe('Only with kind items; without it, all items of the main area.'),
  text: text(25, 420),
});

const lookedUp = z.strictObject({
  on: z.iso.date(),
  how: sentence(20, 800).describe('The query, where it was put, and what the answer confirmed or did not.'),
});

const grade = z
  .enum(['A', 'B', 'C', 'D'])
  .describe(
    'A: meta-analysis, systematic review or several controlled studies. B: one controlled study, or several with a comparison. ' +
      'C: correlations, cases, interviews, or a theory with examples. D: experience, described but not studied. ' +
      'What was studied differs from the practice: one grade lower.',
  );

const publication = z.strictObject({
  kind: z.literal('publication'),
  grade,
  authors: sentence(3, 300),
  year: z.int().min(1900).max(2026),
  title: sentence(3, 300),
  where: sentence(3, 300).describe('Journal with volume and pages, or publisher.'),
  doi: z
    .string()
    .regex(/^10\.\d{4,9}\/\S+$/, 'a bare DOI, without https://doi.org/')
    .optional(),
  says: text(30, 500).describe('What it shows and what it does not, in one or two plain sentences.'),
  lookedUp,
});

const experience = z.strictObject({
  kind: z.literal('experience'),
  grade: z.literal('D'),
  says: z
    .strictObject({
      nl: z.string().regex(/^[Ee]rvaring, geen onderzoek bekend/),
      en: z.string().regex(/^[Ee]xperience, no research known/),
    })
    .describe('Begins with exactly these words; may go on to say where the experience comes from.'),
  lookedUp,
});

/** The schema of one practice file: practices/AREA/ID.json. Unknown keys are refused. */
export const practiceSchema = z
  .strictObject({
    id: slug,
    version: z.int().min(1).describe('One higher with every change of meaning.'),
    area: z.enum(areaCodes).describe('The main area, also the name of the folder.'),
    moves: z.array(move).min(1).max(4).describe('The areas that it moves; the main area is among them, as strong.'),
    title: text(5, 80),
    summary: text(40, 360),
    forWhom: text(20, 360),
    teamSize: z.strictObject({ min: z.int().min(2), max: z.int().max(1000) }),
    actions: z.array(action).min(5).max(9),
    hours: z
      .strictObject({ lead: z.number().min(0).max(200), perPerson: z.number().min(0).max(80) })
      .describe('For the whole practice, all weeks together. Lead: whoever pulls it, on top of perPerson.'),
    euros: z
      .strictObject({ low: z.int().min(0), high: z.int().min(0), what: text(3, 240) })
      .describe('Out of pocket, hours left out.'),
    weeks: z.int().min(1).max(52).describe('From the first action to the look-back.'),
    presupposes: z.array(text(10, 240)).min(1).max(4),
    noticing: text(40, 420).describe('How one notices that it works: something one can see or hear at work.'),
    measure,
    goesWrong: z
      .array(z.strictObject({ what: text(15, 300), then: text(15, 360) }))
      .min(2)
      .max(3),
    shifts: text(40, 420).describe('The variant for people who work in shifts and are seldom together.'),
    distance: text(40, 420).describe('The variant for people who work spread out or from home.'),
    levels: z.array(z.enum(levels)).min(1).describe('The levels of the main area at which it fits, from low to high.'),
    source: z.discriminatedUnion('kind', [publication, experience]),
  })
  .superRefine((practice, context) => {
    const fault = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
    if (!practice.moves.some((one) => one.area === practice.area && one.strength === 'strong'))
      fault(['moves'], 'the main area must be among the moves, as strong');
    if (hasTwins(practice.moves.map((one) => one.area))) fault(['moves'], 'an area stands twice');
    if (hasTwins(practice.actions.map((one) => one.id))) fault(['actions'], 'an action id stands twice');
    if (hasTwins(practice.levels)) fault(['levels'], 'a level stands twice');
    if (practice.teamSize.min > practice.teamSize.max) fault(['teamSize'], 'min is above max');
    if (practice.euros.low > practice.euros.high) fault(['euros'], 'low is above high');
    if (practice.measure.itemIds && practice.measure.kind !== 'items')
      fault(['measure', 'itemIds'], 'itemIds belong to kind items only');
  });

/** One practice (aanpak): a worked-out way to move one of the eleven areas. */
export type Practice = z.infer<typeof practiceSchema>;
export type Source = Practice['source'];
export type EvidenceGrade = Source['grade'];

function hasTwins(values: readonly string[]): boolean {
  return new Set(values).size < values.length;
}

/**
 * Reads one practice from parsed JSON.
 *
 * Use it at the border, for files of the library or of an organisation's own practices; inside, pass `Practice` on.
 * Strict: unknown keys, a missing language, or an action too many are faults, nothing is filled in.
 * Throws an Error with one line per fault, each with the path of the field.
 */
export function parsePractice(json: unknown, where = 'practice'): Practice {
  const outcome = practiceSchema.safeParse(json);
  if (outcome.success) return outcome.data;
  const lines = outcome.error.issues.map((issue) => `${where}: ${issue.path.join('.') || '(whole)'}: ${issue.message}`);
  throw new Error(lines.join('\n'));
}
