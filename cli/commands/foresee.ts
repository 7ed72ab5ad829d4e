import { parseArgs } from 'node:util';
import { chooseForm, foresee, foresightQuestions, literatureAssumptions, seededChance } from '@lerend/analysis';
import { joinSmallGroups, minimumInvited } from '@lerend/disclosure';
import { formNames } from '@lerend/instrument';
import { terminalLanguage } from '#lib/platform/doctor/index.ts';
import { faultSentence } from '../analyse/fault-sentences.ts';
import { readJson } from '../analyse/read-json.ts';
import { treeOfHeads } from '../foresee/tree-of-heads.ts';
import { say } from '../say.ts';

const badInput = 2;

const texts = {
  nl: {
    usage:
      'lerend foresee POPULATIE.json --response PROCENT [--min-group 5]\nPOPULATIE.json: { "Noord › Team 1": aantal mensen, … }. Schrijft als JSON welke onderdelen een cijfer krijgen, hoe breed, en welke vragenlijst genoeg is; de spreiding komt uit bhr2000.',
    response: 'Geef met --response hoeveel van de honderd mensen antwoorden: een heel getal van 1 tot 100.',
    group: 'De kleinste groep (--min-group) is een heel getal van 5 of meer.',
  },
  en: {
    usage:
      'lerend foresee POPULATION.json --response PER_CENT [--min-group 5]\nPOPULATION.json: { "North › Team 1": number of people, … }. Writes as JSON which units get a figure, how wide, and which questionnaire is enough; the spread comes from bhr2000.',
    response: 'Give with --response how many in a hundred people answer: a whole number from 1 to 100.',
    group: 'The smallest group (--min-group) is a whole number of 5 or more.',
  },
} as const;

/** Low and high response lie this far from the expected one, as on the page. */
const margin = 0.15;

/** What a peiling would be able to show, from a file with head counts: one JSON document on standard output. */
export async function foreseeTree(args: readonly string[]): Promise<number> {
  const language = terminalLanguage(process.env);
  const words = texts[language];
  const given = readArguments(args);
  if (given === undefined || given.help || given.file === undefined) {
    say(words.usage);
    return given?.help ? 0 : badInput;
  }
  const { file, response, minimumGroupSize } = given;
  if (!(response >= 1 && response <= 100)) return refuse(words.response);
  if (!(minimumGroupSize >= 5)) return refuse(words.group);
  const read = await readJson(file);
  if ('fault' in read) return refuse(faultSentence(read.fault, language));
  const units = treeOfHeads(read.json);
  if (units === undefined) return refuse(faultSentence({ file, problem: { kind: 'populationShape' } }, language));
  if ('faultyUnit' in units)
    return refuse(faultSentence({ file, problem: { kind: 'headsNotWhole', unit: units.faultyUnit } }, language));
  const expected = response / 100;
  const heads = new Map(units.flatMap(({ id, invited }) => (invited > 0 ? [[id, invited] as const] : [])));
  const foresight = foresee({
    units,
    groupOf: joinSmallGroups(units, heads, minimumInvited(minimumGroupSize)),
    response: { low: Math.max(0, expected - margin), expected, high: Math.min(1, expected + margin) },
    forms: formNames,
    minimumGroupSize,
    assumptions: literatureAssumptions,
    chance: seededChance(1),
  });
  const choices = foresightQuestions.map((question) => chooseForm(foresight, question));
  process.stdout.write(`${JSON.stringify({ ...foresight, choices }, null, 2)}\n`);
  return 0;
}

function refuse(sentence: string): number {
  say(sentence);
  return badInput;
}

/** Undefined when there is something that we don't know. Numbers that are none come back as NaN. */
function readArguments(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        response: { type: 'string' },
        'min-group': { type: 'string', default: '5' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const whole = (text: string | undefined) => (/^\d{1,4}$/.test(text ?? '') ? Number(text) : Number.NaN);
    const [file, ...more] = positionals;
    if (more.length > 0) return undefined;
    return { file, help: values.help, response: whole(values.response), minimumGroupSize: whole(values['min-group']) };
  } catch {
    // An option that isn't there: the usage says which there are.
    return undefined;
  }
}
