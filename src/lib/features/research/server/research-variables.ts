import { ballotLanguages, speedBands } from '@lerend/ballot';
import { answerScale, areaOf, dontKnowCode, itemOf, outcomeItems, referentNames } from '@lerend/instrument';
import type { Localised } from '@lerend/instrument';
import type { ResearchRow } from '#lib/features/answering/server/index.ts';
import { researchMessages } from '../messages.ts';

/** One column of the rows as researchers get them. */
export interface ResearchVariable {
  /** As SPSS takes it: letters and digits. */
  readonly name: string;
  readonly label: Localised;
  /** The area of an item, "outcome" of an outcome item, empty otherwise. */
  readonly scale: string;
  readonly referent: string;
  readonly values: readonly { readonly value: number; readonly label: Localised; readonly isMissing: boolean }[];
  readonly measure: 'ordinal' | 'nominal';
}

const unknownSpeed = speedBands.indexOf('unknown') + 1;

/** The columns in their order: the items as they were asked, then language and speed. */
export function researchVariables(itemIds: readonly string[]): readonly ResearchVariable[] {
  return [...itemIds.map(itemVariable), languageVariable(), speedVariable()];
}

/** One row as numbers in that order; null where a question was left open, or where too few people share a class. */
export function researchValues({ items, language, speedBand }: ResearchRow): (number | null)[] {
  return [
    ...Array.from(items, (answer) => (answer === 0 ? null : answer)),
    language === null ? null : ballotLanguages.indexOf(language) + 1,
    speedBand === null ? null : speedBands.indexOf(speedBand) + 1,
  ];
}

function itemVariable(id: string): ResearchVariable {
  const item = itemOf(id) ?? outcomeItems.find((one) => one.id === id);
  if (!item) throw new RangeError(`${id} is no item of the questionnaire`);
  return {
    name: id,
    label: item.text,
    scale: 'area' in item ? areaOf(item.area).code : 'outcome',
    referent: referentNames[item.referent].en,
    values: [
      ...answerScale.options.map(({ value, label }) => ({ value, label, isMissing: false })),
      { value: dontKnowCode, label: answerScale.dontKnow, isMissing: true },
    ],
    measure: 'ordinal',
  };
}

const inBoth = (key: Parameters<ReturnType<typeof researchMessages>>[0]): Localised => ({
  nl: researchMessages('nl')(key),
  en: researchMessages('en')(key),
});

function languageVariable(): ResearchVariable {
  return {
    name: 'language',
    label: inBoth('variable-language'),
    scale: '',
    referent: '',
    values: ballotLanguages.map((one, at) => ({ value: at + 1, label: inBoth(`language-${one}`), isMissing: false })),
    measure: 'nominal',
  };
}

function speedVariable(): ResearchVariable {
  return {
    name: 'speed',
    label: inBoth('variable-speed'),
    scale: '',
    referent: '',
    values: speedBands.map((one, at) => ({
      value: at + 1,
      label: inBoth(`speed-${one}`),
      isMissing: at + 1 === unknownSpeed,
    })),
    measure: 'nominal',
  };
}
