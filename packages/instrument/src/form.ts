import type { Localised } from './language.ts';

/** The forms, from long to short. */
export const formNames = ['full', 'parts', 'short', 'pulse'] as const;

/** A form of the questionnaire: 48, 22 or 11 items on the eleven areas for each person. */
export type FormName = (typeof formNames)[number];

/** How long answering took real people: the median, in whole seconds, of `answers` finished questionnaires. */
export type MeasuredDuration = {
  readonly medianSeconds: number;
  readonly answers: number;
  readonly measuredOn: string;
};

/**
 * A form. `areaItemCount` counts the items on areas that one person gets. `itemsDrawnPerArea`: so many of each area's
 * items, drawn by chance for each person; null when everyone gets all of `itemsOf(form)`. `hasOutcomeItems` and `hasOpenQuestions` say whether
 * the outcome items and the open questions go with it. `usualIntervalMonths` is advice. `measuredDuration` stays
 * `null` until it has been measured, and as long as it is `null` no page may promise a time.
 */
export type Form = {
  readonly name: FormName;
  readonly title: Localised;
  readonly purpose: Localised;
  readonly areaItemCount: number;
  readonly itemsDrawnPerArea: number | null;
  readonly usualIntervalMonths: number;
  readonly hasOutcomeItems: boolean;
  readonly hasOpenQuestions: boolean;
  readonly measuredDuration: MeasuredDuration | null;
};

/** The four forms, by name. */
export const forms: Readonly<Record<FormName, Form>> = {
  full: {
    name: 'full',
    title: { nl: 'volledige peiling', en: 'full scan' },
    purpose: {
      nl: 'Eén keer per jaar. Elk gebied van meer kanten bekeken, met vragen over wat het oplevert.',
      en: 'Once a year. Every area seen from several sides, with questions about what it leads to.',
    },
    areaItemCount: 48,
    itemsDrawnPerArea: null,
    usualIntervalMonths: 12,
    hasOutcomeItems: true,
    hasOpenQuestions: true,
    measuredDuration: null,
  },
  parts: {
    name: 'parts',
    title: { nl: 'gespreide peiling', en: 'scan in parts' },
    purpose: {
      nl: 'Als de volledige, met minder vragen voor elk mens. Ieder krijgt van elk gebied twee vragen, door het lot gekozen; samen beantwoorden jullie alle 48.',
      en: 'Like the full one, with fewer questions for each person. Everyone gets two questions on each area, drawn by lot; together you answer all 48.',
    },
    areaItemCount: 22,
    itemsDrawnPerArea: 2,
    usualIntervalMonths: 12,
    hasOutcomeItems: false,
    hasOpenQuestions: true,
    measuredDuration: null,
  },
  short: {
    name: 'short',
    title: { nl: 'halfjaarpeiling', en: 'half-yearly scan' },
    purpose: {
      nl: 'Twee keer per jaar. Twee vragen per gebied: doen we het, en maken we het beter?',
      en: 'Twice a year. Two questions per area: do we do it, and are we making it better?',
    },
    areaItemCount: 22,
    itemsDrawnPerArea: null,
    usualIntervalMonths: 6,
    hasOutcomeItems: false,
    hasOpenQuestions: false,
    measuredDuration: null,
  },
  pulse: {
    name: 'pulse',
    title: { nl: 'korte peiling', en: 'pulse scan' },
    purpose: {
      nl: 'Elke maand, of om te proberen. Eén vraag per gebied: hoe staat het er ongeveer voor?',
      en: 'Every month, or to try it out. One question per area: roughly how are things going?',
    },
    areaItemCount: 11,
    itemsDrawnPerArea: null,
    usualIntervalMonths: 1,
    hasOutcomeItems: false,
    hasOpenQuestions: false,
    measuredDuration: null,
  },
};
