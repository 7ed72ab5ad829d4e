import { formNames, instrumentVersion, isAreaCode } from '@lerend/instrument';
import type { FormName, Localised } from '@lerend/instrument';
import type { Aggregate, AreaScores } from './aggregate.ts';
import { isAnswerClass } from './answer-class.ts';

const namePattern = /^[0-9a-f]{32}$/;

export type Parsed<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly message: Localised };

const refused = (nl: string, en: string): { readonly ok: false; readonly message: Localised } => ({
  ok: false,
  message: { nl, en },
});

/**
 * Checks a file that should be an aggregate, of today's main version of the questionnaire. Correlations are left out:
 * a pool doesn't use them. Gives a plain sentence about the first thing that is wrong; never throws on bad input.
 */
export function parseAggregate(json: unknown): Parsed<Omit<Aggregate, 'correlations'>> {
  if (!isFields(json) || json['format'] !== 'lerend-aggregate/1')
    return refused('dit is geen bestand met een gedeelde uitkomst van Lerend.', 'this is no shared outcome by Lerend.');
  const { name, form, year, answers, scores, methodVersion, instrumentVersion: version } = json;
  if (typeof version !== 'string' || mainVersion(version) !== mainVersion(instrumentVersion))
    return refused(
      `deze uitkomst hoort bij een andere vragenlijst dan versie ${instrumentVersion}.`,
      `this outcome belongs to another questionnaire than version ${instrumentVersion}.`,
    );
  if (typeof name !== 'string' || !namePattern.test(name) || typeof methodVersion !== 'string')
    return refused('de naam van de uitkomst ontbreekt of klopt niet.', 'the name of the outcome is missing or wrong.');
  if (!isFormName(form) || typeof year !== 'number' || !Number.isInteger(year) || year < 2020 || year > 2200)
    return refused('de vragenlijst of het jaar klopt niet.', 'the form or the year is wrong.');
  if (!isAnswerClass(answers) || answers.from < 200)
    return refused(
      'het aantal antwoorden klopt niet, of is te klein.',
      'the number of answers is wrong, or too small.',
    );
  const read = readScores(scores);
  if (read === null)
    return refused('de scores zijn geen hele punten van 0 tot 100.', 'the scores are no whole points from 0 to 100.');
  return {
    ok: true,
    value: {
      format: 'lerend-aggregate/1',
      name,
      instrumentVersion: version,
      methodVersion,
      form,
      year,
      answers,
      scores: read,
    },
  };
}

function readScores(scores: unknown): Aggregate['scores'] | null {
  if (!isFields(scores) || Object.keys(scores).length === 0) return null;
  const read: { [form in FormName]?: AreaScores } = {};
  for (const [form, areas] of Object.entries(scores)) {
    if (!isFormName(form) || !isFields(areas)) return null;
    const entries = Object.entries(areas);
    if (!entries.every(([area, score]) => isAreaCode(area) && isScore(score))) return null;
    read[form] = areas as AreaScores;
  }
  return read;
}

export function mainVersion(version: string): string {
  return version.split('.')[0] ?? version;
}

function isScore(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 100;
}

function isFormName(value: unknown): value is FormName {
  return formNames.some((form) => form === value);
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
