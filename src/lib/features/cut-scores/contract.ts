import type { CutScores, LevelCuts } from '@lerend/instrument';

/** A version of cut scores as a page shows it, in the reader's language. */
export interface CutScoreVersion {
  /** null: the built-in version. */
  readonly id: string | null;
  readonly version: string;
  readonly status: CutScores['status'];
  readonly source: 'built-in' | 'session' | 'file';
  readonly rationale: string;
  readonly cuts: LevelCuts;
  /** The areas with cuts of their own. */
  readonly areas: readonly { readonly name: string; readonly cuts: LevelCuts }[];
  readonly setting: CutScores['setting'] | null;
}

export interface LevelsPage {
  readonly inForce: CutScoreVersion;
  /** What one could return to, the last one kept first and the built-in one at the end. */
  readonly others: readonly CutScoreVersion[];
  /** The last adoption first; empty while nothing was ever adopted. */
  readonly history: readonly { readonly version: string; readonly on: string; readonly by: string }[];
  readonly mayAdopt: boolean;
}
