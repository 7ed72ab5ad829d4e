import type { Localised } from '@lerend/instrument';
import type { Impropriety, Interval } from '@lerend/psychometrics';
import type { ChangeResult, PreviousResult } from './change-document.ts';
import type { DifResult } from './dif-document.ts';
import type { DriversResult } from './drivers-document.ts';
import type { Reasons } from './reasons.ts';
import type { Warning } from './warning-document.ts';
import type { WeightingResult } from './weighting-document.ts';

export type { ContractReason, Reasons } from './reasons.ts';

export interface ItemResult extends Reasons {
  readonly id: string;
  readonly n: number;
  readonly missing: number;
  readonly mean: number | null;
  readonly sd: number | null;
  readonly counts: readonly number[] | null;
}

export interface SummaryResult extends Reasons {
  readonly mean: number | null;
  readonly median: number | null;
  readonly min: number | null;
  readonly max: number | null;
}

export interface AgreementResult extends Reasons {
  readonly groups: number;
  readonly meanGroupSize: number | null;
  readonly k0: number | null;
  readonly msBetween: number | null;
  readonly msWithin: number | null;
  readonly dfBetween: number | null;
  readonly dfWithin: number | null;
  readonly F: number | null;
  readonly p: number | null;
  readonly icc1: number | null;
  readonly icc2: number | null;
  readonly rwgj: SummaryResult | null;
  readonly rwgjSkewed: SummaryResult | null;
  readonly ad: { readonly mean: number | null } & Reasons;
}

export interface AlphaResult extends Reasons {
  readonly pairwise: number | null;
  readonly listwise: number | null;
  /** The number of rows, which Feldt's interval of the pairwise alpha uses. */
  readonly n: number;
  readonly ci95: Interval | null;
}

export interface ItemInScaleResult extends Reasons {
  readonly id: string;
  readonly itemRest: number | null;
  readonly alphaIfDropped: number | null;
}

export interface ScaleResult extends Reasons {
  readonly id: string;
  readonly title: Localised;
  readonly response: { readonly min: number; readonly max: number };
  readonly items: readonly string[];
  readonly n: number;
  readonly mean: number | null;
  readonly sd: number | null;
  readonly score: number | null;
  readonly ci95: Interval | null;
  readonly ci95Finite: Interval | null;
  readonly alpha: AlphaResult;
  readonly omegaTotal: number | null;
  readonly itemStatistics: readonly ItemInScaleResult[];
  readonly agreement: AgreementResult | null;
}

/** The levels as the built-in questionnaire names them. */
export type LevelName = string;

export interface GroupScaleResult extends Reasons {
  readonly id: string;
  readonly n: number | null;
  readonly mean: number | null;
  readonly score: number | null;
  readonly ci95: Interval | null;
  readonly ci95Finite: Interval | null;
  readonly shrunkMean: number | null;
  readonly rwgj: number | null;
  readonly level: LevelName | null;
  readonly levelChance: number | null;
  /** The two levels it lies between, where the likeliest one is less than 80 % certain. */
  readonly levelBetween: readonly [LevelName, LevelName] | null;
}

export interface GroupResult extends Reasons {
  /** From the top unit down. */
  readonly path: readonly string[];
  readonly n: number | null;
  readonly published: boolean;
  /** Empty where the group is withheld. */
  readonly scales: readonly GroupScaleResult[];
}

export interface CorrelationResult extends Reasons {
  readonly scales: readonly string[];
  readonly matrix: readonly (readonly (number | null)[])[];
  /** Heterotrait-monotrait ratios of the scales' items. */
  readonly htmt: readonly (readonly (number | null)[])[];
}

/** How well a model reproduces what people answered. */
interface FitResult extends Reasons {
  readonly chisq: number | null;
  readonly df: number | null;
  readonly p: number | null;
  readonly cfi: number | null;
  readonly tli: number | null;
  readonly rmsea: number | null;
  readonly rmseaCi90: Interval | null;
  readonly srmr: number | null;
}

/** One level of equality between groups, and what it costs against the level before (the first level has none). */
export interface InvarianceModelResult extends FitResult {
  readonly level: 'configural' | 'metric' | 'scalar';
  readonly deltaChisq?: number | null;
  readonly deltaDf?: number | null;
  readonly deltaP?: number | null;
  readonly deltaCfi?: number | null;
  readonly deltaRmsea?: number | null;
  readonly deltaSrmr?: number | null;
  /** Present where there is a fit, but a group's parameters can't be read. */
  readonly improper?: Impropriety;
}

/** Whether the items measure the same in the groups of a column. */
export interface InvarianceResult {
  readonly column: string;
  /** How many groups take part, and how many people in all: those who answered every item. */
  readonly groups: number;
  readonly n: number;
  readonly groupSizes: readonly { readonly group: string; readonly n: number }[];
  /** Groups with no more such people than items: nothing can be said of them. */
  readonly leftOut: readonly string[];
  readonly models: readonly InvarianceModelResult[];
}

/** All scales as correlated factors. The reasons of a model that doesn't exist stand at every field. */
export interface ModelResult extends FitResult {
  readonly n: number;
  /** Standardised, per scale in the order of the document. */
  readonly loadings: readonly (readonly { readonly id: string; readonly loading: number }[])[] | null;
  readonly factorCorrelations: readonly (readonly number[])[] | null;
  /** Present where there is a fit, but loadings and factor correlations can't be read: their reason too. */
  readonly improper?: Impropriety;
}

export interface PlanStep {
  readonly step: string;
  readonly area: string;
  readonly group: readonly string[];
  readonly why: readonly string[];
  readonly hours: number;
  /** The most and the least that it costs. */
  readonly euros: number;
  readonly eurosFrom: number;
  readonly expectedGain: number | null;
  readonly evidence: string;
}

/** The analysis of one file, as CONTRACT names it. Full precision; null where undefined, with the reason beside it. */
export interface ContractDocument {
  readonly version: 1;
  readonly instrument: string;
  readonly instrumentTitle: Localised;
  readonly respondents: number;
  /** People whose unit isn't known: they count in every figure that needs no unit. */
  readonly respondentsWithoutGroup: number;
  /** The column of the lowest unit, and all of them from the top down. */
  readonly groupColumn: string | null;
  readonly groupColumns: readonly string[];
  readonly minimumGroup: number;
  readonly items: readonly ItemResult[];
  readonly scales: readonly ScaleResult[];
  readonly groups: readonly GroupResult[];
  readonly correlations: CorrelationResult;
  /** From the people who answered every item. */
  readonly model: ModelResult;
  /** From everybody who answered anything (FIML). `n` leaves out who answered nothing. */
  readonly modelFiml: ModelResult;
  /** Only where asked for. */
  readonly invariance?: InvarianceResult;
  readonly plan: readonly PlanStep[];
  /** What looks like a mistake in the file or the instrument; empty when nothing does. */
  readonly warnings: readonly Warning[];
  /** One for each `--outcome`; absent without. */
  readonly drivers?: readonly DriversResult[];
  /** With `--dif`. */
  readonly dif?: DifResult;
  /** With `--margins`. */
  readonly weighting?: WeightingResult;
  /** With `--previous`. */
  readonly previous?: PreviousResult;
  readonly change?: readonly ChangeResult[];
}
