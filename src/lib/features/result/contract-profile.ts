import type { ProfileInWords, WeightingInWords } from '#lib/report/index.ts';
import type { ResultScan } from './contract.ts';

/** Whether it is the same for everyone: the result by the answers to profile questions, for the whole organisation. */
export interface ProfilePage {
  readonly scan: ResultScan;
  readonly heading: string;
  /** Short names of areas, in the order of the form. */
  readonly areas: readonly string[];
  readonly questions: readonly ProfileInWords[];
  /** What it would change if everyone had answered in proportion; null where nobody said how many people there are. */
  readonly weighting: WeightingInWords | null;
  /** Why there is nothing, in a sentence; null where something was asked and counted. */
  readonly none: string | null;
  /** Why of some question nothing is said about single items; null otherwise. */
  readonly untested: string | null;
  /** As many people as a group has at least. */
  readonly least: number;
}
