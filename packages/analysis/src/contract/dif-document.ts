import type { FunctioningSize } from '../functioning/scale-functioning.ts';
import type { Reasons } from './reasons.ts';

/** F with `df1` and `df2` degrees of freedom where units are clusters; chi-square with `df1` where `df2` is absent. */
export interface DifTest {
  readonly statistic: number;
  readonly df1: number;
  readonly df2?: number;
  readonly p: number;
}

export interface DifItemResult extends Reasons {
  readonly id: string;
  readonly uniform: DifTest | null;
  readonly nonUniform: DifTest | null;
  /** Uniform and non-uniform together. */
  readonly total: DifTest | null;
  /** Of the total test, over all items that were tested, by Holm's method. */
  readonly pHolm: number | null;
  /** Log odds of a higher answer at the same scale score, beside the first tested group. */
  readonly logOdds: readonly { readonly group: string; readonly value: number; readonly se: number }[] | null;
  /** Nagelkerke's R² of score, groups and their product, less that of the score. */
  readonly r2Change: number | null;
  readonly size: FunctioningSize | null;
  /** Significant after Holm, and not negligible. */
  readonly flagged: boolean | null;
}

export interface DifScaleResult {
  readonly id: string;
  /** People who answered the whole scale, by group; a group under the minimum isn't tested. */
  readonly groups: readonly { readonly name: string; readonly n: number; readonly tested: boolean }[];
  readonly items: readonly DifItemResult[];
}

/** Items that work differently between the groups of `--dif`. */
export interface DifResult {
  readonly column: string;
  readonly minimumPerGroup: number;
  readonly test: 'likelihoodRatio' | 'clusteredWald';
  readonly scales: readonly DifScaleResult[];
}
