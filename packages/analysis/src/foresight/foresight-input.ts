import type { FormName } from '@lerend/instrument';
import type { VarianceAssumptions } from './variance-assumptions.ts';

/** A unit of the tree as it would be frozen today. */
export interface ForeseenUnit {
  readonly id: string;
  /** null at the top. */
  readonly parentId: string | null;
  /** People who would be asked in the unit itself, what is below it left out. */
  readonly invited: number;
}

/** Shares from 0 to 1 of the invited who answer. */
export interface ExpectedResponse {
  readonly low: number;
  readonly expected: number;
  readonly high: number;
  /** By unit id, where the expectation differs from `expected`; low and high keep the same distance to it. */
  readonly byUnit?: ReadonlyMap<string, number>;
}

export interface ForesightInput {
  readonly units: readonly ForeseenUnit[];
  /** The unit under which each unit's people are counted (`joinSmallGroups`); itself for one that isn't in it. */
  readonly groupOf?: ReadonlyMap<string, string>;
  readonly response: ExpectedResponse;
  readonly forms: readonly FormName[];
  /** As chosen; never lower than the rules' own minimum in effect. */
  readonly minimumGroupSize: number;
  readonly assumptions: VarianceAssumptions;
  /** Numbers from 0 to below 1; the same numbers give the same foresight. */
  readonly chance: () => number;
}
