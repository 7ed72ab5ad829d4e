import type { Localised } from './language.ts';

/**
 * A question answered in the respondent's own words, on a ballot of its own. `note` is shown beneath it.
 * `mayBecomeInitiative` is true for the one answer that others may take up, and the note says so.
 */
export type OpenQuestion = {
  readonly id: string;
  readonly text: Localised;
  readonly note: Localised;
  readonly mayBecomeInitiative: boolean;
};

/** The three open questions of the full form. Answering them is free. */
export const openQuestions: readonly OpenQuestion[] = [
  {
    id: 'OQ1',
    text: { nl: 'Wat helpt ons het meest om te leren?', en: 'What helps us most to learn?' },
    note: {
      nl: 'Noem iets wat er al is. Schrijf geen namen op.',
      en: 'Mention something that is already there. Please leave out names.',
    },
    mayBecomeInitiative: false,
  },
  {
    id: 'OQ2',
    text: { nl: 'Wat staat ons het meest in de weg?', en: 'What stands in our way the most?' },
    note: {
      nl: 'Eén ding is genoeg: wat zou jij als eerste weghalen?',
      en: 'One thing is enough: what would you remove first?',
    },
    mayBecomeInitiative: false,
  },
  {
    id: 'OQ3',
    text: { nl: 'Welk idee zouden we moeten proberen?', en: 'Which idea should we try?' },
    note: {
      nl: 'Je idee kan door anderen worden opgepakt en een initiatief worden. Je naam staat er niet bij.',
      en: 'Others may pick up your idea and turn it into an initiative. Your name is not attached to it.',
    },
    mayBecomeInitiative: true,
  },
];
