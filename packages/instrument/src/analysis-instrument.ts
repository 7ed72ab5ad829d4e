import type { Localised } from './language.ts';

/**
 * Which answers are possible: from `min` to `max`, whole numbers only unless `integer` is false. `missing`: codes outside
 * them that stand for no answer ("don't know"), besides an empty cell and NA.
 */
export type AnalysisResponse = {
  readonly min: number;
  readonly max: number;
  readonly integer?: boolean;
  readonly missing?: readonly number[];
};

/** A column of the answers. `reverse` turns an answer x into min + max − x before anything is computed. */
export type AnalysisItem = { readonly id: string; readonly reverse?: boolean };

/** A scale: the columns that are scored together, with a response of its own where it differs from the instrument's. */
export type AnalysisScale = {
  readonly id: string;
  readonly title: Localised;
  readonly items: readonly AnalysisItem[];
  readonly response?: AnalysisResponse;
};

/** The instrument file of the analysis, after checking. Make one with `parseInstrument` or `leervermogen`. */
export type AnalysisInstrument = {
  readonly id: string;
  readonly title: Localised;
  readonly response: AnalysisResponse;
  readonly scales: readonly AnalysisScale[];
};

/** One thing that is wrong in an instrument file, and where: a JSON path such as `$.scales[0].items[2].id`. */
export type InstrumentFault = { readonly path: string; readonly message: Localised };

/** What parsing gives: the instrument, or every fault that was found (at least one). */
export type ParsedInstrument =
  | { readonly ok: true; readonly instrument: AnalysisInstrument }
  | { readonly ok: false; readonly faults: readonly InstrumentFault[] };
