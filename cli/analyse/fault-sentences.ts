import type { Fault, Problem } from './fault.ts';

export type Language = 'nl' | 'en';

type Sentence = { readonly nl: string; readonly en: string };

const CANNOT_READ: Readonly<Record<string, Sentence>> = {
  ENOENT: { nl: 'dit bestand is er niet', en: "this file isn't there" },
  EISDIR: { nl: 'dit is een map, geen bestand', en: 'this is a folder, not a file' },
  EACCES: { nl: 'je mag dit bestand niet lezen', en: "you aren't allowed to read this file" },
};

function problemSentence(problem: Problem): Sentence {
  switch (problem.kind) {
    case 'notReadable':
      return (
        CANNOT_READ[problem.code] ?? {
          nl: `het bestand is niet te lezen (${problem.code})`,
          en: `the file can't be read (${problem.code})`,
        }
      );
    case 'empty':
      return { nl: 'het bestand is leeg', en: 'the file is empty' };
    case 'binary':
      return { nl: 'dit is geen tekstbestand met antwoorden', en: 'this is no text file with answers' };
    case 'noRows':
      return { nl: 'er staan wel kolomnamen in, maar geen antwoorden', en: 'it has column names, but no answers' };
    case 'notUtf8':
      return {
        nl: 'de tekst is geen UTF-8; bewaar het bestand als CSV UTF-8',
        en: "the text isn't UTF-8; save the file as CSV UTF-8",
      };
    case 'unclosedQuote':
      return {
        nl: 'hier begint een aanhalingsteken dat nergens sluit',
        en: 'a quotation mark opens here and never closes',
      };
    case 'textAfterQuote':
      return {
        nl: 'na een sluitend aanhalingsteken staat nog tekst',
        en: 'there is text after a closing quotation mark',
      };
    case 'gapInUnits':
      return {
        nl: 'deze is leeg, terwijl het onderdeel eronder is ingevuld',
        en: 'this is empty, while the unit below it is filled in',
      };
    case 'missingColumn':
      return {
        nl: 'deze kolom staat in de vragenlijst, maar niet in het bestand',
        en: 'this column is in the instrument, but not in the file',
      };
    case 'missingGroupColumn':
      return { nl: 'deze kolom van --group staat niet in het bestand', en: "this column of --group isn't in the file" };
    case 'missingAskedColumn':
      return {
        nl: `deze kolom van --${problem.option} staat niet in het bestand`,
        en: `this column of --${problem.option} isn't in the file`,
      };
    case 'repeatedKey':
      return {
        nl: `'${problem.text}' stond al op regel ${problem.firstLine}; ieder mens heeft een eigen kenmerk nodig`,
        en: `'${problem.text}' was on line ${problem.firstLine} already; everyone needs an id of their own`,
      };
    case 'repeatedColumn':
      return { nl: 'deze kolomnaam staat er meer dan eens', en: 'this column name stands there more than once' };
    case 'groupIsItem':
      return {
        nl: 'deze kolom kan niet tegelijk een vraag en een onderdeel zijn',
        en: "this column can't be an item and a unit at once",
      };
    case 'cellCount':
      return {
        nl: `deze regel heeft ${problem.found} ${problem.found === 1 ? 'cel' : 'cellen'}, de eerste regel ${problem.expected}`,
        en: `this line has ${problem.found} ${problem.found === 1 ? 'cell' : 'cells'}, the first line ${problem.expected}`,
      };
    case 'notNumber':
      return { nl: `'${problem.text}' is geen getal`, en: `'${problem.text}' is no number` };
    case 'notWhole':
      return { nl: `'${problem.text}' is geen heel getal`, en: `'${problem.text}' is no whole number` };
    case 'outOfRange':
      return {
        nl: `'${problem.text}' valt buiten ${problem.min}–${problem.max}`,
        en: `'${problem.text}' is outside ${problem.min}–${problem.max}`,
      };
    case 'notJson':
      return { nl: `dit is geen geldige JSON (${problem.detail})`, en: `this is no valid JSON (${problem.detail})` };
    case 'instrument':
      return { nl: `${problem.path}: ${problem.nl}`, en: `${problem.path}: ${problem.en}` };
    case 'populationShape':
      return { nl: 'hier hoort { "onderdeel": aantal mensen } te staan', en: 'this should be { "unit": head count }' };
    case 'marginsShape':
      return {
        nl: 'hier hoort { "KOLOM": { "waarde": aantal mensen } } te staan',
        en: 'this should be { "COLUMN": { "value": population count } }',
      };
    case 'marginCount':
      return {
        nl: `het aantal mensen bij '${problem.text}' is geen getal boven 0`,
        en: `the population count of '${problem.text}' is no number above 0`,
      };
    case 'marginSums':
      return {
        nl: `samen ${problem.sum} mensen, terwijl het er bij ${problem.first} ${problem.firstSum} zijn`,
        en: `${problem.sum} people in all, while ${problem.first} has ${problem.firstSum}`,
      };
    case 'valueOutsideMargin':
      return {
        nl: `'${problem.text}' komt hier voor, maar staat niet in ${problem.margins}`,
        en: `'${problem.text}' occurs here, but isn't in ${problem.margins}`,
      };
    case 'valueNobodyGave':
      return {
        nl: `'${problem.text}' komt bij niemand voor in ${problem.answers}: voor niemand is geen gewicht te maken`,
        en: `nobody in ${problem.answers} has '${problem.text}': there is nobody to give its weight to`,
      };
    case 'noHeads':
      return {
        nl: `het aantal mensen van '${problem.unit}' ontbreekt`,
        en: `the head count of '${problem.unit}' is missing`,
      };
    case 'ambiguousUnit':
      return {
        nl: `er is meer dan één onderdeel '${problem.unit}'; schrijf het hele pad, met ' › ' ertussen`,
        en: `there is more than one unit '${problem.unit}'; write the whole path, with ' › ' in between`,
      };
    case 'headsNotWhole':
      return {
        nl: `het aantal mensen van '${problem.unit}' is geen heel getal van 0 of meer`,
        en: `the head count of '${problem.unit}' is no whole number of 0 or more`,
      };
    case 'fewerHeads':
      return {
        nl: `'${problem.unit}' heeft ${problem.heads} mensen, maar ${problem.answers} antwoorden`,
        en: `'${problem.unit}' has ${problem.heads} people, but ${problem.answers} answers`,
      };
  }
}

/** One plain sentence: where it went wrong, and what is wrong. */
export function faultSentence({ file, line, column, problem }: Fault, language: Language): string {
  const words = language === 'nl' ? { line: 'regel', column: 'kolom' } : { line: 'line', column: 'column' };
  const place = [
    ...(file === undefined ? [] : [file]),
    ...(line === undefined ? [] : [`${words.line} ${line}`]),
    ...(column === undefined ? [] : [`${words.column} ${column}`]),
  ].join(', ');
  const sentence = problemSentence(problem)[language];
  return place === '' ? sentence : `${place}: ${sentence}`;
}

/** How many more faults there are than were named. */
export function moreFaults(count: number, language: Language): string {
  const number = new Intl.NumberFormat(language).format(count);
  return language === 'nl'
    ? `… en nog ${number} andere ${count === 1 ? 'fout' : 'fouten'}`
    : `… and ${number} more ${count === 1 ? 'fault' : 'faults'}`;
}
