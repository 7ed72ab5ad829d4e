import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { parseFingerprint, readPublishedManifest, verifyManifest } from '@lerend/ballot';
import { checkSentences } from '#lib/features/manifest/server/index.ts';
import type { Language } from '../analyse/fault-sentences.ts';
import { say } from '../say.ts';

const IS_WRONG = 1;
const BAD_INPUT = 2;

const HELP: Readonly<Record<Language, string>> = {
  nl: `lerend manifest verify ADRES|BESTAND [--fingerprint VINGERAFDRUK]

  ADRES|BESTAND    het manifest van een peiling: https://…/s/CODE/manifest.json, of zo'n bestand
  --fingerprint    de zestien tekens op een uitnodiging
  --lang nl|en     taal van de meldingen (nl)

Rekent na wat bij de opening van een peiling is vastgelegd, zonder de server te vertrouwen: gebruik
een eigen kopie van Lerend, op een machine die niet van de organisatie is. Status 1: er klopt iets niet.`,
  en: `lerend manifest verify ADDRESS|FILE [--fingerprint FINGERPRINT]

  ADDRESS|FILE     the manifest of a scan: https://…/s/CODE/manifest.json, or such a file
  --fingerprint    the sixteen characters on an invitation
  --lang nl|en     language of the messages (nl)

Works out again what the opening of a scan fixed, without trusting the server: use a copy of Lerend of
your own, on a machine that isn't the organisation's. Status 1: something isn't right.`,
};

const options = {
  fingerprint: { type: 'string' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** `lerend manifest verify`: checks a public manifest. Gives the exit code: 1 when something is wrong, 2 for bad input. */
export async function manifest(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: false });
  const language: Language = values.lang === 'en' ? 'en' : 'nl';
  const [verb, place] = positionals;
  if (values.help === true) {
    process.stdout.write(`${HELP[language]}\n`);
    return 0;
  }
  const isKnown = Object.keys(values).every((name) => Object.hasOwn(options, name));
  if (!isKnown || verb !== 'verify' || place === undefined || positionals.length !== 2) return refuse(HELP[language]);
  const typed = typeof values.fingerprint === 'string' ? values.fingerprint : null;
  const announced = typed === null ? null : parseFingerprint(typed);
  if (announced === undefined) return refuse(sentences[language].noFingerprint);
  const text = await manifestText(place);
  if (text === undefined) return refuse(sentences[language].unreachable);
  const published = readPublishedManifest(text);
  if (!published) return refuse(sentences[language].noManifest);

  const verified = await verifyManifest(globalThis.crypto.subtle, published, announced);
  const { verdict, isWrong, checks } = checkSentences(verified, language);
  const marks = { right: '  ', wrong: '! ', unknown: '? ' } as const;
  const lines = [
    `${verified.head?.title ?? ''} (${verified.head?.code ?? ''})`,
    verified.fingerprint ?? '',
    '',
    ...checks.map(({ outcome, sentence }) => marks[outcome] + sentence),
    '',
    ...published.groups.map(({ name, invited }) => `${String(invited).padStart(6)}  ${name}`),
    '',
    verdict,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return isWrong ? IS_WRONG : 0;
}

const sentences: Readonly<Record<Language, { noFingerprint: string; unreachable: string; noManifest: string }>> = {
  nl: {
    noFingerprint: 'Dit is geen vingerafdruk: die heeft vier groepjes van vier tekens.',
    unreachable: 'Het manifest is niet op te halen of te lezen.',
    noManifest: 'Wat er kwam, is geen manifest van Lerend.',
  },
  en: {
    noFingerprint: 'This is no fingerprint: that has four groups of four characters.',
    unreachable: 'The manifest can’t be fetched or read.',
    noManifest: 'What came is no manifest of Lerend.',
  },
};

/** From an address or a file; undefined when it isn't to be had. */
async function manifestText(place: string): Promise<string | undefined> {
  try {
    if (!/^https?:/.test(place)) return await readFile(place, 'utf8');
    const response = await fetch(place, { redirect: 'error' });
    return response.ok ? await response.text() : undefined;
  } catch {
    // No connection, no such file, not allowed to read it: the caller says that it isn't to be had.
    return undefined;
  }
}

function refuse(sentence: string): number {
  say(sentence);
  return BAD_INPUT;
}
