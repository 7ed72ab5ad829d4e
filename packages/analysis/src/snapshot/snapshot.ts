import type { Published } from '@lerend/disclosure';
import type { CutScores, FormName } from '@lerend/instrument';
import type { AnswerQuality } from './answer-quality.ts';
import type { Finding } from './finding.ts';
import type { ProfileResult, ProfileWeighting } from './profile-result.ts';
import type { UnitResult } from './unit-result.ts';
import type { OutcomeDrivers } from './whole-drivers.ts';

/** Raised with every change that can alter a figure, a level, a decision to publish or a finding. */
export const methodVersion = '2.4.0';

/**
 * A result: one immutable, JSON-serialisable document per peiling. Screen, PDF, XLSX and API read only this.
 * A figure that may not be shown is null, always the same null, whatever the reason.
 */
export interface Snapshot {
  readonly methodVersion: string;
  /** Version of the publication rules that it followed. */
  readonly rulesVersion: string;
  readonly scanId: string;
  readonly form: FormName;
  readonly instrumentVersion: string;
  /** By which its levels are read, for good; absent in documents from before there was a choice. Ask `cutScoresOf`. */
  readonly cutScores?: CutScores;
  /** The version by which the levels of the previous peiling are read, if that is another one; else absent. */
  readonly otherCutScoresBefore?: string;
  /** As applied: what was chosen, or the rules' own minimum if that is higher. */
  readonly minimumGroupSize: number;
  /** In the order in which people see them. */
  readonly areaIds: readonly string[];
  /** Parents before children, otherwise in the order of the input. */
  readonly units: readonly UnitResult[];
  readonly whole: WholeResult;
  /** In the order in which they were asked; absent where no profile question was, and where it was counted again. */
  readonly profile?: readonly ProfileResult[];
  /** Scores as if people had answered in proportion to known numbers; absent where none were given. */
  readonly weighting?: ProfileWeighting;
  /** What stands out, heaviest first; see `findingsOf`. */
  readonly findings: readonly Finding[];
}

/** About everyone together: the quality of the measurement. */
export interface WholeResult {
  /** From 200 answers; else null, with the reason in `undefined`. */
  readonly reliability: Published<readonly AreaReliability[]> | null;
  readonly correlations: Published<CorrelationTable> | null;
  /** Whether the areas can be told apart in this organisation. */
  readonly distinctness: Published<Distinctness> | null;
  /** What goes together with the outcomes; null for a form that doesn't ask about them, and under 200 people. */
  readonly drivers: Published<readonly OutcomeDrivers[]> | null;
  /** Why a figure of this block isn't there. */
  readonly undefined: { readonly reliability?: UndefinedReason; readonly correlations?: UndefinedReason };
  /** Answers of which one may doubt that they were meant; null with fewer than ten people. */
  readonly answerQuality: Published<AnswerQuality> | null;
}

/** How many ballots were filled in how fast; names as the ballot has them. */
export type SpeedCounts = { readonly [speedBand: string]: number };

export type UndefinedReason = 'fewer-than-200' | 'single-item-areas';

export interface AreaReliability {
  readonly areaId: string;
  readonly n: number;
  readonly alpha: number | null;
  readonly omegaTotal: number | null;
}

export interface CorrelationTable {
  readonly n: number;
  readonly areaIds: readonly string[];
  /** Row by row; null where a correlation is undefined. */
  readonly matrix: readonly (readonly (number | null)[])[];
}

export interface Distinctness {
  readonly areApart: boolean;
  /** Pairs of areas whose correlation, corrected for unreliability, is above the limit. */
  readonly pairs: readonly { readonly areaIds: readonly [string, string]; readonly corrected: number }[];
}
