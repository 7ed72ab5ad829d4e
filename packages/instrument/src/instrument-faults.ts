import type { Localised } from './language.ts';

/** What can be wrong in an instrument file, in plain sentences. The JSON path stands beside them, not in them. */
export const faults = {
  notAnObject: {
    nl: 'Hier hoort een object te staan, tussen accolades.',
    en: 'There should be an object here, between braces.',
  },
  noId: {
    nl: "Hier hoort een 'id' te staan: een tekst die niet leeg is.",
    en: "There should be an 'id' here: a text that is not empty.",
  },
  noTitle: {
    nl: "Een titel is één tekst, of een object met 'nl' en 'en'; leeg mag niet.",
    en: "A title is one text, or an object with 'nl' and 'en'; it may not be empty.",
  },
  noScales: {
    nl: "Hier hoort een lijst 'scales' te staan met minstens één schaal.",
    en: "There should be a list 'scales' here with at least one scale.",
  },
  noItems: {
    nl: "Hier hoort een lijst 'items' te staan met minstens één item.",
    en: "There should be a list 'items' here with at least one item.",
  },
  noResponse: {
    nl: "Hier horen de antwoordgrenzen te staan: een 'response' met 'min' en 'max'.",
    en: "The answer bounds should be here: a 'response' with 'min' and 'max'.",
  },
  notANumber: { nl: 'Hier hoort een getal te staan.', en: 'There should be a number here.' },
  notTrueOrFalse: { nl: 'Hier hoort true of false te staan.', en: 'There should be true or false here.' },
  minNotBelowMax: { nl: "'min' moet kleiner zijn dan 'max'.", en: "'min' must be smaller than 'max'." },
  boundsNotWhole: {
    nl: "'min' en 'max' moeten hele getallen zijn, of zet er \"integer\": false bij.",
    en: "'min' and 'max' must be whole numbers, or add \"integer\": false.",
  },
  missingNotCodes: {
    nl: "'missing' is een lijst met codes die buiten 'min' en 'max' liggen, zoals [9].",
    en: "'missing' is a list of codes outside 'min' and 'max', such as [9].",
  },
  tooManyAnswers: {
    nl: 'Meer dan 1000 hele antwoorden tellen we niet apart; zet er "integer": false bij.',
    en: 'More than 1000 whole answers are not counted apart; add "integer": false.',
  },
  misspeltReverse: (key: string): Localised => ({
    nl: `'${key}' kennen we niet; bedoel je 'reverse'? Zonder die naam wordt het item niet omgekeerd.`,
    en: `'${key}' is unknown; do you mean 'reverse'? Without that name the item is not reversed.`,
  }),
  repeatedScale: (id: string): Localised => ({
    nl: `De schaal '${id}' staat er twee keer in.`,
    en: `The scale '${id}' is in it twice.`,
  }),
  repeatedItem: (id: string): Localised => ({
    nl: `Het item '${id}' staat twee keer in deze schaal.`,
    en: `The item '${id}' is in this scale twice.`,
  }),
  reversedElsewhere: (id: string): Localised => ({
    nl: `Het item '${id}' is in de ene schaal omgekeerd en in een andere niet.`,
    en: `The item '${id}' is reversed in one scale and not in another.`,
  }),
  otherResponseElsewhere: (id: string): Localised => ({
    nl: `Het item '${id}' heeft in een andere schaal andere antwoordgrenzen.`,
    en: `The item '${id}' has other answer bounds in another scale.`,
  }),
} as const;
