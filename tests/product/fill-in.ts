import { snapshotForm } from '@lerend/analysis';
import { encodeBallotText } from '@lerend/ballot';
import type { Answer } from '@lerend/ballot';
import { openQuestions } from '@lerend/instrument';
import { encodeOpenBallotText } from '#lib/features/answering/contract.ts';
import type { OpenPeiling } from './make-peiling.ts';

type Questionnaire = Pick<OpenPeiling, 'form' | 'instrumentVersion'>;

const answers: readonly Answer[] = [1, 2, 2, 3, 3, 3, 4, 4, 4, 4, 5, 5, 'dont-know'];

/** Numbers from 0 to below 1 by a linear congruence (Numerical Recipes' constants), the same for the same seed. */
function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** All items that somebody gets answered, another one for every seed. */
export function filledIn({ form }: Questionnaire, seed: number): Record<string, Answer> {
  const next = numbersFrom(seed * 2_654_435_761);
  const { itemIds, areas, drawnPerArea } = snapshotForm(form);
  const lot = (columns: readonly number[], most: number) =>
    columns
      .map((column) => ({ id: itemIds[column] ?? '', place: next() }))
      .sort((a, b) => a.place - b.place)
      .slice(0, most)
      .map(({ id }) => id);
  const given = drawnPerArea === null ? itemIds : areas.flatMap(({ columns }) => lot(columns, drawnPerArea));
  return Object.fromEntries(given.map((id) => [id, answers[Math.floor(next() * answers.length)] ?? 3]));
}

/** The same as the fields of the form without script. */
export function formFields(questionnaire: Questionnaire, seed: number): Record<string, string> {
  const filled = Object.entries(filledIn(questionnaire, seed));
  return Object.fromEntries(filled.map(([id, answer]) => [id, answer === 'dont-know' ? '9' : String(answer)]));
}

export function filledPayload(questionnaire: Questionnaire, seed: number): string {
  const { form, instrumentVersion } = questionnaire;
  return encodeBallotText({
    form,
    instrumentVersion,
    language: 'nl',
    answers: filledIn(questionnaire, seed),
    speedBand: 'usual',
  });
}

/** Every open question answered in a sentence. */
export function wordsPayload(): string {
  const sentence = 'Meer tijd om na een klus samen terug te kijken, juist als het goed ging.';
  return encodeOpenBallotText({ answers: Object.fromEntries(openQuestions.map(({ id }) => [id, sentence])) });
}
