import type { BandClass } from '@lerend/disclosure';
import type { FormName } from '@lerend/instrument';
import type { VarianceAssumptions } from './variance-assumptions.ts';

/** What one unit, with everything below it, can expect of a form. Chances run from 0 to 1, over the draws of response. */
export interface UnitForesight {
  readonly id: string;
  readonly parentId: string | null;
  /** People who are counted in it or below it. */
  readonly invited: number;
  /** Everyone in it is counted under a unit above it: it has no figure of its own, however many answer. */
  readonly isJoined: boolean;
  readonly chanceOfFigure: number;
  /** Of results per item. */
  readonly chanceOfItems: number;
  /** The rest is of the usual case, given that there is a figure; null where there never was one. */
  readonly usual: UsualFigure | null;
}

export interface UsualFigure {
  /** Half-width of 95 % for the people who work there now. */
  readonly now: BandClass;
  /** The same for the climate, of which they are a sample: what dots and level are drawn with. */
  readonly climate: BandClass;
  /** The smallest difference, next time with this form, that is more than noise and enough to matter; whole points. */
  readonly smallestChange: number;
  /** Chance that one level can be named, for a unit of which nothing is known yet but that it lies between the ends. */
  readonly levelAlone: number;
}

/** How many units, on average over the draws: at the lowest, the expected and the highest response. */
export interface CountForesight {
  readonly low: number;
  readonly expected: number;
  readonly high: number;
}

export interface FormForesight {
  readonly form: FormName;
  /** Items on areas that one person gets, and different ones asked in the whole organisation. */
  readonly itemsPerPerson: number;
  readonly itemsAsked: number;
  /** Answers that everyone together would give at the expected response: what it costs. */
  readonly answers: number;
  /** Everyone together; null when the tree has not one top. */
  readonly whole: UnitForesight | null;
  /** The units below the top (or the only one), parents before children. */
  readonly units: readonly UnitForesight[];
  readonly withFigure: CountForesight;
  readonly withItems: number;
  /** Of the units with a figure, the usual one; null when there is none. */
  readonly usualUnit: UsualFigure | null;
}

export interface Foresight {
  readonly assumptions: VarianceAssumptions;
  readonly minimumGroupSize: number;
  readonly invited: number;
  /** People expected to answer. */
  readonly respondents: number;
  readonly draws: number;
  readonly forms: readonly FormForesight[];
}
