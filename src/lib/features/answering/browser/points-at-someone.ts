/*
 * What in an answer in words may point at a person, known from its shape alone: capital letters and digits. No list of
 * names, and nothing leaves the device. It misses a name without a capital and takes a product for one: a hint, no gate.
 */

export type PassageKind = 'mail' | 'phone' | 'date' | 'number' | 'name';

/** From and to as in `slice`. */
export interface Passage {
  readonly from: number;
  readonly to: number;
  readonly kind: PassageKind;
}

const months =
  'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|' +
  'january|february|march|may|june|july|august|october';

/** In this order: what one finds, the next leaves alone. */
const patterns: readonly (readonly [PassageKind, RegExp])[] = [
  ['mail', /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu],
  ['date', /(?<!\d)(?:\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{2,4}|\d{4}-\d{2}-\d{2})(?!\d)/gu],
  [
    'date',
    new RegExp(`(?<!\\p{N})\\d{1,2}(?:e|st|nd|rd|th)?\\s(?:of\\s)?(?:${months})(?!\\p{L})(?:\\s\\d{4})?`, 'giu'),
  ],
  ['date', new RegExp(`(?<!\\p{L})(?:${months})\\s\\d{1,2}(?:st|nd|rd|th)?(?!\\p{N})`, 'giu')],
  ['phone', /(?<![\p{L}\p{N}])(?:\+|00)?\d(?:[\s()./-]{0,2}\d){8,13}(?!\p{N})/gu],
  ['number', /(?<![\p{L}\p{N}])\p{Lu}{0,3}-?\d{4,}(?!\p{N})/gu],
];

const year = /^(?:19|20)\d\d$/;

const word = "(?:\\p{Lu}['’])?\\p{Lu}\\p{Ll}+(?:[-'’]\\p{Lu}?\\p{Ll}+)*";
const particle = "(?:van|von|de|der|den|ten|ter|te|'t|’t|el|al|la|le|di|da|du)\\s";
const nameRun = new RegExp(
  `(?<!\\p{L})(?:(?:meneer|mevrouw|dhr\\.?|mevr\\.?|mw\\.?)\\s)?(?:(?:\\p{Lu}\\.\\s?)+(?:${particle}){0,3})?${word}(?:\\s(?:${particle}){0,3}${word})*(?:\\s\\p{Lu}\\.)?`,
  'gu',
);
const titled = /^(?:meneer|mevrouw|dhr|mevr|mw)\b|^\p{Lu}\./u;
const capitals = new RegExp(word, 'gu');

/** With a capital, and nobody: how a sentence begins, and what is always written so. */
const noNames = new Set(
  (
    'de het een ik wij we jij je hij zij ze mijn ons onze met van op in aan als toen omdat maar en ook zo dat dit er die wat wie ' +
    'hoe niet geen veel soms vaak alle iedereen niemand voor na bij door over te om goed meer minder elke ieder ' +
    'the a an i you he she they my our with on at when because but and also so that this there what who how not no many ' +
    'sometimes often all everyone nobody for after by about to it if more less every good ' +
    'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag monday tuesday wednesday thursday friday saturday sunday ' +
    'nederlands nederland engels dutch english teams excel outlook word lerend ' +
    months.replaceAll('|', ' ')
  ).split(' '),
);

/** Passages of a text that may point at somebody, in the order in which they stand; they don't overlap. */
export function passagesThatPoint(text: string): readonly Passage[] {
  const found: Passage[] = [];
  const add = (passage: Passage) => {
    if (!found.some(({ from, to }) => passage.from < to && from < passage.to)) found.push(passage);
  };
  for (const [kind, pattern] of patterns) {
    for (const { 0: match, index } of text.matchAll(pattern))
      if (!year.test(match)) add({ from: index, to: index + match.length, kind });
  }
  for (const { 0: match, index } of text.matchAll(nameRun)) {
    const name = nameIn(match, beginsSentence(text, index));
    if (name) add({ from: index + name.from, to: index + name.to, kind: 'name' });
  }
  return found.sort((a, b) => a.from - b.from);
}

/** The part of a run of words with capitals that may be a name; undefined when it is only how a sentence begins. */
function nameIn(run: string, isAtBegin: boolean): { from: number; to: number } | undefined {
  const words = [...run.matchAll(capitals)].map(({ 0: match, index }) => ({
    match,
    from: index,
    to: index + match.length,
  }));
  const isNobody = ({ match }: { match: string }) => noNames.has(match.toLowerCase());
  const kept = words.slice(words.findIndex((one) => !isNobody(one)));
  const dropped = words.length - kept.length;
  const last = kept.findLast((one) => !isNobody(one));
  if (kept.every(isNobody) || !last) return undefined;
  const isTitled = dropped === 0 && titled.test(run);
  // One word with a capital at the begin of a sentence is a word like any other.
  if (isAtBegin && dropped === 0 && kept.length === 1 && !isTitled) return undefined;
  return { from: dropped === 0 ? 0 : (kept[0]?.from ?? 0), to: last.to };
}

function beginsSentence(text: string, at: number): boolean {
  const before = text.slice(0, at).trimEnd();
  const isNewLine = /\n\s*$/u.test(text.slice(0, at));
  return before === '' || isNewLine || /[.!?:•–—"“‘('-]$/u.test(before);
}
