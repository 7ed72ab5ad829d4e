import { publicationRules } from '@lerend/disclosure';
import { formNames } from '@lerend/instrument';
import type { FormName } from '@lerend/instrument';
import type { CorrelationTable, Snapshot } from '../snapshot/snapshot.ts';
import { answerClass } from './answer-class.ts';
import type { AnswerClass } from './answer-class.ts';

/** Scores of the areas of one form, in whole points of 0–100, by area code. */
export type AreaScores = { readonly [areaId: string]: number };

/** What leaves an organisation: one file, with nothing in it that could lead back but the figures themselves. */
export interface Aggregate {
  readonly format: 'lerend-aggregate/1';
  /** Drawn at random once for an organisation: whoever makes a pool sees that one isn't in it twice. */
  readonly name: string;
  readonly instrumentVersion: string;
  readonly methodVersion: string;
  readonly form: FormName;
  /** In which the peiling closed; nothing finer. */
  readonly year: number;
  readonly answers: AnswerClass;
  /** On the form that was asked, and on the smaller forms that are a part of it. */
  readonly scores: { readonly [form in FormName]?: AreaScores };
  readonly correlations?: { readonly areaIds: readonly string[]; readonly matrix: CorrelationTable['matrix'] };
}

/** Under this many answers nothing leaves. */
export const fewestAnswersToShare = publicationRules.minimumForDrivers;

/**
 * The aggregate of a published result; null when fewer than 200 people answered, or no area has that many answers.
 * Only of everyone together, only figures that the snapshot publishes, an area only from 200 answers on it.
 */
export function aggregateOf(
  snapshot: Snapshot,
  { name, year }: { readonly name: string; readonly year: number },
): Aggregate | null {
  const whole = snapshot.units.find(({ depth }) => depth === 0);
  if (!whole || whole.respondents === null || whole.respondents < fewestAnswersToShare) return null;
  const scoresOn = (form: FormName): AreaScores =>
    Object.fromEntries(
      whole.areas.flatMap(({ areaId, cell, onForms }) => {
        const own = form === snapshot.form ? cell : (onForms[form] ?? null);
        return own !== null && own.n >= fewestAnswersToShare ? [[areaId, own.score] as const] : [];
      }),
    );
  const scores = Object.fromEntries(
    formNames.map((form) => [form, scoresOn(form)] as const).filter(([, areas]) => Object.keys(areas).length > 0),
  );
  if (Object.keys(scores).length === 0) return null;
  const { correlations } = snapshot.whole;
  return {
    format: 'lerend-aggregate/1',
    name,
    instrumentVersion: snapshot.instrumentVersion,
    methodVersion: snapshot.methodVersion,
    form: snapshot.form,
    year,
    answers: answerClass(whole.respondents),
    scores,
    ...(correlations ? { correlations: { areaIds: correlations.areaIds, matrix: correlations.matrix } } : {}),
  };
}
