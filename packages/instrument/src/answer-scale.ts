import type { Localised } from './language.ts';

/** One answer of the scale: its value and its word. */
export type AnswerOption = { readonly value: 1 | 2 | 3 | 4 | 5; readonly label: Localised };

/** A word that occurs in the items, with what it means here. */
export type WordNote = { readonly word: Localised; readonly meaning: Localised };

/** The least and the greatest answer. The steps are whole and counted as equal when a mean is taken. */
export const answerBounds = { min: 1, max: 5 } as const;

/** "Weet ik niet" where answers are kept or leave as numbers: no answer, and not the same as a question left open. */
export const dontKnowCode = 9;

/**
 * The answer scale of every item: how often something was so in the last three months. Frequency, because a level
 * says how usual a practice is, and agreement can't say that. `dontKnow` is no answer: it is stored as missing, is
 * left out of every mean, and its share is reported as a finding of its own.
 */
export const answerScale: {
  readonly stem: Localised;
  readonly instruction: Localised;
  readonly options: readonly AnswerOption[];
  readonly dontKnow: Localised;
} = {
  stem: { nl: 'In de afgelopen drie maanden …', en: 'In the last three months …' },
  instruction: {
    nl: 'Hoe vaak was dit zo? Kies wat je zelf hebt gezien of meegemaakt.',
    en: 'How often was this so? Choose what you saw or experienced yourself.',
  },
  options: [
    { value: 1, label: { nl: 'nooit', en: 'never' } },
    { value: 2, label: { nl: 'zelden', en: 'rarely' } },
    { value: 3, label: { nl: 'soms', en: 'sometimes' } },
    { value: 4, label: { nl: 'vaak', en: 'often' } },
    { value: 5, label: { nl: 'altijd', en: 'always' } },
  ],
  dontKnow: { nl: 'weet ik niet / geldt niet voor mij', en: 'I don’t know / doesn’t apply to me' },
};

/** What the words in the items mean, so that a nurse, a fitter and a policy officer read the same. Shown before the first item. */
export const wordNotes: readonly WordNote[] = [
  {
    word: { nl: 'mijn team', en: 'my team' },
    meaning: {
      nl: 'de mensen met wie je het werk van alledag doet',
      en: 'the people with whom you do your everyday work',
    },
  },
  {
    word: { nl: 'mijn leidinggevende', en: 'my manager' },
    meaning: {
      nl: 'degene die je werk verdeelt of die je aanspreekt als er iets geregeld moet worden',
      en: 'the person who assigns your work, or to whom you turn when something has to be arranged',
    },
  },
  {
    word: { nl: 'onze organisatie', en: 'our organisation' },
    meaning: {
      nl: 'het hele bedrijf, de instelling of de vereniging waar je werkt',
      en: 'the whole company, institution or association that you work for',
    },
  },
  {
    word: { nl: 'klant', en: 'customer' },
    meaning: {
      nl: 'iedereen voor wie jullie werken: klant, patiënt, leerling, inwoner of een andere afdeling',
      en: 'everyone you work for: a customer, patient, pupil, resident or another department',
    },
  },
  {
    word: { nl: 'leverancier', en: 'supplier' },
    meaning: {
      nl: 'iedereen van wie jullie iets krijgen om mee te werken: materiaal, gegevens of een dienst',
      en: 'everyone who gives you something to work with: material, information or a service',
    },
  },
];
