import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { parseAggregate, poolAggregates } from '@lerend/analysis';
import { faultSentence } from '../analyse/fault-sentences.ts';
import type { Language } from '../analyse/fault-sentences.ts';
import { readJson } from '../analyse/read-json.ts';
import { say } from '../say.ts';

const BAD_INPUT = 2;

const HELP: Readonly<Record<Language, string>> = {
  nl: `lerend pool BESTAND … --out POOL.json

  BESTAND …        de gedeelde uitkomst van een organisatie; minstens vijf, van elke organisatie één
  --out BESTAND    waar de pool komt
  --lang nl|en     taal van de meldingen (nl)

Geen organisatie mag meer dan 40 % van de antwoorden kunnen hebben. In de pool staat per gebied het
gemiddelde van de organisaties en hoe ver ze uit elkaar liggen: geen hoogste, geen laagste, geen norm.
Voeg later niet één organisatie toe: wie beide pools heeft, kan haar dan ongeveer terugrekenen.`,
  en: `lerend pool FILE … --out POOL.json

  FILE …           the shared outcome of an organisation; at least five, one of each organisation
  --out FILE       where the pool goes
  --lang nl|en     language of the messages (nl)

No organisation may be able to have more than 40 % of the answers. Per area the pool has the mean of the
organisations and how far they lie apart: no highest, no lowest, no norm.
Don't add a single organisation later: whoever has both pools can then work it out, more or less.`,
};

interface PoolArguments {
  readonly files: readonly string[];
  readonly out: string;
  readonly language: Language;
}

type Parsed =
  | { readonly kind: 'run'; readonly given: PoolArguments }
  | { readonly kind: 'help' | 'wrong'; readonly language: Language };

const options = { out: { type: 'string' }, lang: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const;

function readArguments(args: readonly string[]): Parsed {
  const { values, positionals: files } = parseArgs({ args: [...args], options, allowPositionals: true, strict: false });
  const language = values.lang === 'en' ? 'en' : 'nl';
  if (values.help === true) return { kind: 'help', language };
  const isKnown = Object.keys(values).every((name) => Object.hasOwn(options, name));
  if (!isKnown || files.length === 0 || typeof values.out !== 'string') return { kind: 'wrong', language };
  return { kind: 'run', given: { files, out: values.out, language } };
}

async function run({ files, out, language }: PoolArguments): Promise<number> {
  const faults: string[] = [];
  const members = [];
  for (const file of files) {
    const found = await readJson(file);
    if ('fault' in found) {
      faults.push(faultSentence(found.fault, language));
      continue;
    }
    const parsed = parseAggregate(found.json);
    if (parsed.ok) members.push({ file, aggregate: parsed.value });
    else faults.push(`${file}: ${parsed.message[language]}`);
  }
  if (faults.length > 0) return refuse(faults);
  const pooled = poolAggregates(members);
  if (!pooled.ok) return refuse(pooled.messages.map((message) => message[language]));
  try {
    await writeFile(out, `${JSON.stringify(pooled.value, null, 2)}\n`);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return refuse([
      language === 'nl' ? `${out}: hier is niet te schrijven (${code}).` : `${out}: can't write here (${code}).`,
    ]);
  }
  const { organisations } = pooled.value;
  say(
    language === 'nl'
      ? `De pool van ${organisations} organisaties staat in ${out}.`
      : `The pool of ${organisations} organisations is in ${out}.`,
  );
  return 0;
}

/** `lerend pool`: brings shared outcomes of organisations together, or says why not. Gives the exit code; 2 for bad input. */
export async function poolFiles(args: readonly string[]): Promise<number> {
  const parsed = readArguments(args);
  if (parsed.kind === 'run') return run(parsed.given);
  if (parsed.kind === 'wrong') return refuse([HELP[parsed.language]]);
  process.stdout.write(`${HELP[parsed.language]}\n`);
  return 0;
}

function refuse(sentences: readonly string[]): number {
  sentences.forEach(say);
  return BAD_INPUT;
}
