import type { ProfileCell, WeightedScore } from '@lerend/analysis';
import type { Published } from '@lerend/disclosure';
import type { ResultScan } from './contract.ts';

/** Whether it is the same for everyone: the result by the answers to profile questions, for the whole organisation. */
export interface ProfilePage {
  readonly scan: ResultScan;
  readonly heading: string;
  /** Short names of areas, in the order of the form. */
  readonly areas: readonly string[];
  readonly questions: readonly ProfileQuestionResult[];
  /** What it would change if everyone had answered in proportion; null where nobody said how many people there are. */
  readonly weighting: ProfileWeightingResult | null;
  /** Why there is nothing, in a sentence; null where something was asked and counted. */
  readonly none: string | null;
  /** Why of some question nothing is said about single items; null otherwise. */
  readonly untested: string | null;
  /** As many people as a group has at least. */
  readonly least: number;
}

export interface ProfileQuestionResult {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  /** What differs by more than noise, or that nothing does; one sentence each. */
  readonly sentences: readonly string[];
  /** Empty where no two groups are large enough. */
  readonly classes: readonly ProfileClassLine[];
  /** How much of each group took part, a sentence each. */
  readonly response: readonly string[];
  /** Whether groups answer single questions differently, and which; null where that wasn't looked at. */
  readonly items: { readonly sentence: string; readonly differing: readonly string[] } | null;
}

export interface ProfileClassLine {
  readonly label: string;
  readonly people: Published<number>;
  /** One per area. */
  readonly cells: readonly (Published<ProfileCell> | null)[];
}

export interface ProfileWeightingResult {
  readonly sentence: string;
  readonly basis: string | null;
  readonly rows: readonly { readonly area: string; readonly told: Published<WeightedScore> | null }[];
}
