import { languageRecordOf } from './language-records.ts';
import type { LanguageRecord } from './item.ts';
import type { Localised } from './language.ts';
import type { Referent } from './referent.ts';

/** What a learning organisation should lead to. */
export type Outcome = 'motivation' | 'team-performance' | 'adaptability' | 'intention-to-stay';

/** An item about an outcome: same answer scale and stem as the others, never part of an area or of its score. */
export type OutcomeItem = {
  readonly id: string;
  readonly outcome: Outcome;
  readonly name: Localised;
  readonly referent: Referent;
  readonly text: Localised;
  readonly languageRecord: LanguageRecord;
};

/** The four outcome items of the full form. They serve the question which areas go together with which outcome. */
export const outcomeItems: readonly OutcomeItem[] = [
  {
    id: 'OU1',
    outcome: 'motivation',
    name: { nl: 'motivatie', en: 'motivation' },
    referent: 'self',
    text: { nl: 'Ik zet mij met plezier in voor mijn werk.', en: 'I gladly put effort into my work.' },
    languageRecord: languageRecordOf('OU1'),
  },
  {
    id: 'OU2',
    outcome: 'team-performance',
    name: { nl: 'prestaties van het team', en: 'performance of the team' },
    referent: 'team',
    text: {
      nl: 'Mijn team haalt de resultaten die we hebben afgesproken.',
      en: 'My team achieves the results that we agreed on.',
    },
    languageRecord: languageRecordOf('OU2'),
  },
  {
    id: 'OU3',
    outcome: 'adaptability',
    name: { nl: 'meebewegen met verandering', en: 'adapting to change' },
    referent: 'organisation',
    text: {
      nl: 'Onze organisatie past het werk op tijd aan als er iets verandert.',
      en: 'Our organisation adapts the work in time when something changes.',
    },
    languageRecord: languageRecordOf('OU3'),
  },
  {
    id: 'OU4',
    outcome: 'intention-to-stay',
    name: { nl: 'willen blijven', en: 'wanting to stay' },
    referent: 'self',
    text: { nl: 'Ik wil bij deze organisatie blijven werken.', en: 'I want to keep working for this organisation.' },
    languageRecord: languageRecordOf('OU4'),
  },
];
