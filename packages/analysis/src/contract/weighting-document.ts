import type { Reasons } from './reasons.ts';

export interface WeightedScaleResult extends Reasons {
  readonly id: string;
  /** People with a score on this scale and a value on every margin; both means are over them. */
  readonly n: number;
  readonly unweightedMean: number | null;
  readonly weightedMean: number | null;
  /** As if people answered independently: for what the people of the margins think now. */
  readonly se: number | null;
  /** With the lowest units as clusters: for the climate. */
  readonly seClustered: number | null;
}

/** Weighting to the margins of a known population. */
export interface WeightingResult extends Reasons {
  /** People with a value on every margin and a score on at least one scale. */
  readonly n: number;
  /** People without a value on some margin: they have no weight. */
  readonly withoutMargin: number;
  readonly kishDesignEffect: number | null;
  readonly effectiveN: number | null;
  readonly minWeight: number | null;
  readonly maxWeight: number | null;
  readonly margins: readonly {
    readonly column: string;
    /** How many of `n` have the value, and how many of the population. */
    readonly values: readonly { readonly value: string; readonly n: number; readonly population: number }[];
  }[];
  readonly scales: readonly WeightedScaleResult[];
}
