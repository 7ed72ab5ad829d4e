import { parseArgs } from 'node:util';
import type { Language } from './fault-sentences.ts';

export type Format = 'json' | 'html' | 'pdf';

export interface AnalyseArguments {
  readonly answers: string;
  readonly instrument: string;
  readonly groups: readonly string[];
  readonly population: string | null;
  readonly outcomes: readonly string[];
  readonly also: readonly string[];
  readonly resamples: number;
  readonly difColumn: string | null;
  readonly margins: string | null;
  readonly previous: string | null;
  readonly idColumn: string | null;
  readonly invariance: string | null;
  readonly isFimlAsked: boolean;
  readonly out: string | null;
  readonly format: Format;
  readonly minimumGroup: number;
  readonly language: Language;
}

export type Parsed =
  | { readonly kind: 'run'; readonly given: AnalyseArguments }
  | { readonly kind: 'help'; readonly language: Language }
  | { readonly kind: 'wrong'; readonly language: Language; readonly sentences: readonly string[] };

const RESAMPLES = '1000';
const FORMATS: readonly string[] = ['json', 'html', 'pdf'];

const text = { type: 'string' } as const;
const OPTIONS = {
  instrument: text,
  group: { type: 'string', multiple: true },
  population: text,
  outcome: { type: 'string', multiple: true },
  also: { type: 'string', multiple: true },
  resamples: text,
  dif: text,
  margins: text,
  previous: text,
  id: text,
  invariance: text,
  fiml: { type: 'boolean' },
  out: text,
  format: text,
  'min-group': text,
  lang: text,
  help: { type: 'boolean', short: 'h' },
} as const;

function words(language: Language, nl: string, en: string): string {
  return language === 'nl' ? nl : en;
}

/** The language that was asked for, known before anything else so that every fault can be told in it. */
function languageOf(args: readonly string[]): Language {
  const at = args.findLastIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const given = args[at]?.startsWith('--lang=') === true ? args[at].slice('--lang='.length) : args[at + 1];
  return at >= 0 && given === 'en' ? 'en' : 'nl';
}

function one(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Reads the arguments of `lerend analyse`; whatever is wrong comes back as one sentence per fault. */
export function parseAnalyseArguments(args: readonly string[]): Parsed {
  const language = languageOf(args);
  const say = (nl: string, en: string): string => words(language, nl, en);
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: false });
  } catch (error) {
    return { kind: 'wrong', language, sentences: [String(error)] };
  }
  const { values, positionals } = parsed;
  if (values.help === true) return { kind: 'help', language };
  const sentences: string[] = [];
  for (const [name, value] of Object.entries(values)) {
    if (!Object.hasOwn(OPTIONS, name)) sentences.push(say(`--${name} ken ik niet`, `--${name} is unknown`));
    else if (
      (value === true && name !== 'fiml') ||
      value === '' ||
      (Array.isArray(value) && value.some((each) => one(each) === undefined))
    ) {
      sentences.push(say(`achter --${name} ontbreekt iets`, `something is missing after --${name}`));
    }
  }
  const [answers, ...others] = positionals;
  if (answers === undefined) sentences.push(say('noem het bestand met antwoorden', 'name the file with the answers'));
  for (const other of others)
    sentences.push(
      say(`'${other}' is er te veel: één bestand tegelijk`, `'${other}' is one too many: one file at a time`),
    );
  const instrument = one(values.instrument);
  if (values.instrument === undefined) {
    sentences.push(
      say(
        'noem de vragenlijst met --instrument: een bestand, of leervermogen',
        'name the instrument with --instrument: a file, or leervermogen',
      ),
    );
  }
  const format = one(values.format) ?? 'json';
  if (!FORMATS.includes(format))
    sentences.push(
      say(`--format is json, html of pdf, niet '${format}'`, `--format is json, html or pdf, not '${format}'`),
    );
  const minimum = one(values['min-group']) ?? '5';
  if (!/^[1-9]\d{0,8}$/.test(minimum)) {
    sentences.push(
      say(
        `--min-group is een heel getal vanaf 1, niet '${minimum}'`,
        `--min-group is a whole number from 1, not '${minimum}'`,
      ),
    );
  }
  const lang = one(values.lang) ?? 'nl';
  if (lang !== 'nl' && lang !== 'en')
    sentences.push(say(`--lang is nl of en, niet '${lang}'`, `--lang is nl or en, not '${lang}'`));
  const many = (name: 'group' | 'outcome' | 'also'): readonly string[] => {
    const given: unknown = values[name];
    const named = Array.isArray(given) ? given.flatMap((each) => one(each) ?? []) : [];
    if (new Set(named).size < named.length) {
      sentences.push(say(`noem elke kolom maar één keer met --${name}`, `name each column only once with --${name}`));
    }
    return named;
  };
  const [groups, outcomes, also] = [many('group'), many('outcome'), many('also')];
  if (also.length > 0 && outcomes.length === 0) {
    sentences.push(say('--also kan alleen samen met --outcome', '--also only works together with --outcome'));
  }
  if (values.id !== undefined && values.previous === undefined) {
    sentences.push(say('--id kan alleen samen met --previous', '--id only works together with --previous'));
  }
  const resamples = one(values.resamples) ?? RESAMPLES;
  if (!/^(?:0|[1-9]\d{2,4})$/.test(resamples)) {
    sentences.push(
      say(
        `--resamples is 0 (geen marges) of een heel getal van 100 tot 99999, niet '${resamples}'`,
        `--resamples is 0 (no intervals) or a whole number from 100 to 99999, not '${resamples}'`,
      ),
    );
  }
  if (values.population !== undefined && groups.length === 0) {
    sentences.push(say('--population kan alleen samen met --group', '--population only works together with --group'));
  }
  if (sentences.length > 0 || answers === undefined || instrument === undefined)
    return { kind: 'wrong', language, sentences };
  const given: AnalyseArguments = {
    answers,
    instrument,
    groups,
    population: one(values.population) ?? null,
    outcomes,
    also,
    resamples: Number(resamples),
    difColumn: one(values.dif) ?? null,
    margins: one(values.margins) ?? null,
    previous: one(values.previous) ?? null,
    idColumn: one(values.id) ?? null,
    invariance: one(values.invariance) ?? null,
    isFimlAsked: values.fiml === true,
    out: one(values.out) ?? null,
    format: format as Format,
    minimumGroup: Number(minimum),
    language,
  };
  return { kind: 'run', given };
}
