import type { Interval } from '@lerend/psychometrics';
import type { Reasons } from './reasons.ts';

/** The same people in both files: now minus before. */
export interface PairedChangeResult extends Reasons {
  readonly n: number;
  readonly meanDifference: number;
  readonly sd: number;
  readonly t: number | null;
  readonly df: number | null;
  readonly p: number | null;
  readonly ci95: Interval | null;
  readonly dz: number | null;
}

/** Everyone in both files, as if they were different people: now minus before. */
export interface UnpairedChangeResult extends Reasons {
  readonly nNow: number;
  readonly nBefore: number;
  readonly difference: number | null;
  readonly t: number | null;
  readonly df: number | null;
  readonly p: number | null;
  readonly ci95: Interval | null;
  readonly hedgesG: number | null;
}

export interface ChangeResult extends Reasons {
  /** The id of a scale. */
  readonly id: string;
  readonly paired: PairedChangeResult | null;
  readonly unpaired: UnpairedChangeResult;
  /** 1.96 standard errors of the paired difference where there is one, else of the unpaired. */
  readonly minimalDetectableChange: number | null;
}

/** The file of `--previous`, and with `--id` who is in both files. */
export interface PreviousResult {
  readonly respondents: number;
  readonly pairs?: {
    readonly both: number;
    readonly onlyNow: number;
    readonly onlyBefore: number;
    /** Rows of either file without an id. */
    readonly withoutId: number;
  };
}
