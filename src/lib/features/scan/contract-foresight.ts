import type { JoinedGroup } from './contract.ts';
import type { ForesightQuestion, UsualFigure, VarianceAssumptions } from '@lerend/analysis';
import type { FormName } from '@lerend/instrument';

/** How sure, in words: chances come from a few dozen draws and would look too exact in per cent. */
export type ChanceInWords = 'almost-sure' | 'likely' | 'maybe' | 'unlikely' | 'almost-never';

/** What the last result lends to a foresight; all of it was published. */
export interface LastResult {
  readonly title: string;
  /** undefined where its response wasn't published. */
  readonly response: number | undefined;
  /** undefined where too few units had figures. */
  readonly assumptions: VarianceAssumptions | undefined;
}

export interface ForeseenUnitLine {
  readonly name: string;
  /** 1 just below the top. */
  readonly depth: number;
  /** Everything below included. */
  readonly invited: number;
  readonly figure: ChanceInWords;
  readonly items: ChanceInWords;
  readonly usual: UsualFigure | null;
  /** The nearest unit above that is likely to have a figure: where this one reads along; null when none is. */
  readonly readsWith: string | null;
  /** Too small to be counted by itself. */
  readonly isJoined: boolean;
}

export interface ForeseenForm {
  readonly form: FormName;
  readonly itemsPerPerson: number;
  readonly answers: number;
  /** Whole units, on average. */
  readonly unitsWithFigure: number;
  readonly unitsWithItems: number;
  readonly whole: UsualFigure | null;
  readonly usualUnit: UsualFigure | null;
}

/** What a peiling will be able to show. Response in whole per cent. */
export interface ScanForesight {
  readonly scanId: string;
  readonly title: string;
  /** The form of which everything outside the table speaks. */
  readonly form: FormName;
  readonly question: ForesightQuestion;
  readonly response: number;
  readonly lowResponse: number;
  readonly highResponse: number;
  readonly minimumGroupSize: number;
  readonly invited: number;
  readonly respondents: number;
  /** In whole units: at the low, the expected and the high response. */
  readonly withFigure: { readonly low: number; readonly expected: number; readonly high: number };
  readonly unitCount: number;
  readonly wholeFigure: ChanceInWords;
  readonly units: readonly ForeseenUnitLine[];
  readonly joined: readonly JoinedGroup[];
  readonly forms: readonly ForeseenForm[];
  readonly choice: { readonly form: FormName; readonly isEnough: boolean; readonly dearest: FormName };
  /** Title of the peiling that the assumptions come from; null when they come from literature. */
  readonly assumedFrom: { readonly title: string; readonly units: number } | null;
  /** Title and response of the last peiling; null without one. */
  readonly lastResponse: { readonly title: string; readonly percent: number } | null;
}
