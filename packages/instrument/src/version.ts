import type { Localised } from './language.ts';

/** The title of the questionnaire. */
export const instrumentTitle: Localised = {
  nl: 'Het leervermogen van je organisatie',
  en: 'Your organisation’s capacity to learn',
};

/**
 * The version of items, scale and forms together. The first number changes when scores can't be compared any more,
 * the second when items are added or retired, the third when a text is corrected without a change of meaning.
 */
export const instrumentVersion = '1.0.0';

/** The licence of the questionnaire's texts (not of the code around them), with the sentence that must go with them. */
export const licence: {
  readonly id: 'CC-BY-4.0';
  readonly name: string;
  readonly url: string;
  readonly attribution: Localised;
} = {
  id: 'CC-BY-4.0',
  name: 'Creative Commons Attribution 4.0 International',
  url: 'https://creativecommons.org/licenses/by/4.0/',
  attribution: {
    nl: `Vragenlijst ‘${instrumentTitle.nl}’ van Lerend, versie ${instrumentVersion}, onder de licentie CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/).`,
    en: `Questionnaire ‘${instrumentTitle.en}’ by Lerend, version ${instrumentVersion}, licensed under CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/).`,
  },
};
