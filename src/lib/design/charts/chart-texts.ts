import type { DotCount } from './level-marks.ts';

export type ChartLanguage = 'nl' | 'en';

/** The words that belong to the drawings themselves; everything else comes from the page. */
export interface ChartTexts {
  score: string;
  level: string;
  dots: string;
  area: string;
  unit: string;
  people: string;
  before: string;
  now: string;
  difference: string;
  noise: string;
  item: string;
  favourable: string;
  middle: string;
  unfavourable: string;
  dontKnow: string;
  answers: string;
  noFigure: string;
  noFigureSentence: string;
  withinNoise: string;
  notComparable: string;
  higher: string;
  lower: string;
  asTable: string;
  ownAnswer: string;
  scoreSentence: (score: string) => string;
  dotSentence: (counted: DotCount) => string;
  changeSentence: (from: string, to: string, noise: string, isMoreThanNoise: boolean) => string;
}

const nl: ChartTexts = {
  score: 'Score',
  level: 'Niveau',
  dots: 'Punten',
  area: 'Gebied',
  unit: 'Onderdeel',
  people: 'Mensen',
  before: 'Vorige keer',
  now: 'Nu',
  difference: 'Verschil',
  noise: 'Ruis tot',
  item: 'Vraag',
  favourable: 'vaak of altijd',
  middle: 'soms',
  unfavourable: 'nooit of zelden',
  dontKnow: 'weet ik niet',
  answers: 'Antwoorden',
  noFigure: 'geen cijfer',
  noFigureSentence: 'Hier is geen cijfer.',
  withinNoise: 'geen verschil te zien',
  notComparable: 'niet te vergelijken',
  higher: 'hoger',
  lower: 'lager',
  asTable: 'Bekijk als tabel',
  ownAnswer: 'Jouw antwoord',
  scoreSentence: (score) => `De score is ${score} op een schaal van 0 tot 100.`,
  dotSentence: ({ count, of, mark, isOrHigher }) =>
    `${count} van de ${of} punten: ${mark.name}${isOrHigher ? ' of hoger' : ''}`,
  changeSentence: (from, to, noise, isMoreThanNoise) =>
    `Van ${from} naar ${to}. ${isMoreThanNoise ? `Dat is meer dan de ruis van ${noise} punten.` : `Tot ${noise} punten verschil is ruis.`}`,
};

const en: ChartTexts = {
  score: 'Score',
  level: 'Level',
  dots: 'Dots',
  area: 'Area',
  unit: 'Unit',
  people: 'People',
  before: 'Last time',
  now: 'Now',
  difference: 'Difference',
  noise: 'Noise up to',
  item: 'Question',
  favourable: 'often or always',
  middle: 'sometimes',
  unfavourable: 'never or rarely',
  dontKnow: 'don’t know',
  answers: 'Answers',
  noFigure: 'no figure',
  noFigureSentence: 'There is no figure here.',
  withinNoise: 'no difference to be seen',
  notComparable: 'can’t be compared',
  higher: 'higher',
  lower: 'lower',
  asTable: 'See as a table',
  ownAnswer: 'Your answer',
  scoreSentence: (score) => `The score is ${score} on a scale from 0 to 100.`,
  dotSentence: ({ count, of, mark, isOrHigher }) =>
    `${count} of the ${of} dots: ${mark.name}${isOrHigher ? ' or higher' : ''}`,
  changeSentence: (from, to, noise, isMoreThanNoise) =>
    `From ${from} to ${to}. ${isMoreThanNoise ? `That is more than the noise of ${noise} points.` : `A difference of up to ${noise} points is noise.`}`,
};

export function chartTexts(language: ChartLanguage): ChartTexts {
  return language === 'nl' ? nl : en;
}

const numberFormat = (locale: string, signDisplay: 'exceptZero' | 'negative') =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay });

/** Made once: a page of parcels writes thousands of numbers, and a formatter takes far longer to make than to use. */
const numberFormats = {
  nl: { plain: numberFormat('nl-NL', 'negative'), sign: numberFormat('nl-NL', 'exceptZero') },
  en: { plain: numberFormat('en-GB', 'negative'), sign: numberFormat('en-GB', 'exceptZero') },
};

/** A number as the reader writes it; `sign` for differences: +6, −4, 0 (a real minus). */
export function localNumber(value: number, language: ChartLanguage, sign: 'plain' | 'sign' = 'plain'): string {
  return numberFormats[language][sign].format(value).replace('-', '−');
}

/** 58 % in Dutch, 58% in English. */
export function localPercentage(value: number, language: ChartLanguage): string {
  return language === 'nl' ? `${localNumber(value, language)}\u00a0%` : `${localNumber(value, language)}%`;
}
