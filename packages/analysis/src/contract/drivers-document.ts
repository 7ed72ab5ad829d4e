import type { Interval } from '@lerend/psychometrics';
import type { Reasons } from './reasons.ts';

/** One predictor of an outcome. The shares (`shapley` = LMG, `johnson`) each sum to R² over the predictors. */
export interface PredictorResult extends Reasons {
  /** The id of a scale, or the name of a column. */
  readonly id: string;
  /** Standardised. */
  readonly beta: number | null;
  readonly shapley: number | null;
  readonly johnson: number | null;
  readonly shapleyCi95: Interval | null;
  readonly johnsonCi95: Interval | null;
}

/** What an outcome goes together with. */
export interface DriversResult extends Reasons {
  /** The id of a scale, or the name of a column. */
  readonly outcome: string;
  readonly n: number;
  readonly r2: number | null;
  readonly predictors: readonly PredictorResult[];
  /** How the intervals were made: how often was drawn, and what. Absent when there are none. */
  readonly bootstrap?: { readonly resamples: number; readonly drawn: 'people' | 'units' };
}
