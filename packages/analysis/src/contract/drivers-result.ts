import { defined, importanceIntervals, relativeImportance, seededRandom } from '@lerend/psychometrics';
import type { Figure, Interval } from '@lerend/psychometrics';
import type { DriversResult, PredictorResult } from './drivers-document.ts';
import { askedNumbers } from './file-table.ts';
import type { FileTable } from './file-table.ts';
import type { PreparedScale } from './prepared-scale.ts';
import type { ContractReason } from './reasons.ts';
import type { UnitTree } from './unit-tree.ts';
import { notGiven, withReasons } from './with-reasons.ts';

/** What should be explained, and by what beside the scales. */
export interface DriversRequest {
  /** Ids of scales, else names of columns of numbers in the table. */
  readonly outcomes: readonly string[];
  /** Names of columns of numbers. */
  readonly also: readonly string[];
  /** How often to resample for the intervals; 0 = no intervals. */
  readonly resamples: number;
}

/** The same file gives the same intervals: resampling always starts here. */
const SEED = 1;

interface Variable {
  readonly id: string;
  readonly values: Float64Array;
}

type Outcome = Figure | { readonly value: null; readonly reason: ContractReason };

function without(outcome: string, n: number, predictors: readonly Variable[], reason: ContractReason): DriversResult {
  const none = notGiven(reason);
  const figures = { beta: none, shapley: none, johnson: none, shapleyCi95: none, johnsonCi95: none };
  return {
    outcome,
    n,
    ...withReasons({ r2: none }),
    predictors: predictors.map(({ id }): PredictorResult => ({ id, ...withReasons(figures) })),
  };
}

function driversOf(
  outcome: Variable,
  predictors: readonly Variable[],
  tree: UnitTree,
  resamples: number,
): DriversResult {
  const columns = predictors.map(({ values }) => values);
  const { n, importance } = relativeImportance(columns, outcome.values);
  if (importance.value === null) return without(outcome.id, n, predictors, importance.reason);
  const { rSquared, betas, shapley, johnson } = importance.value;
  const units = tree.byDepth.length > 0 ? tree.lowest : null;
  const intervalsBy = (division: 'shapley' | 'johnson') =>
    importanceIntervals(columns, outcome.values, units, { division, resamples, random: seededRandom(SEED) });
  const intervals = { shapley: intervalsBy('shapley'), johnson: intervalsBy('johnson') };
  const share = (shares: Figure<Float64Array>, at: number): Outcome =>
    shares.value === null ? shares : defined(shares.value[at] as number);
  const interval = (of: 'shapley' | 'johnson', at: number): Figure<Interval> =>
    intervals[of].value === null ? intervals[of] : defined(intervals[of].value.shares[at] as Interval);
  return {
    outcome: outcome.id,
    n,
    r2: rSquared,
    predictors: predictors.map(({ id }, at): PredictorResult => ({
      id,
      ...withReasons({
        beta: defined(betas[at] as number),
        shapley: share(shapley, at),
        johnson: defined(johnson[at] as number),
        shapleyCi95: interval('shapley', at),
        johnsonCi95: interval('johnson', at),
      }),
    })),
    ...(intervals.shapley.value === null
      ? {}
      : {
          bootstrap: {
            resamples,
            drawn: intervals.shapley.value.clusters === null ? ('people' as const) : ('units' as const),
          },
        }),
  };
}

/** Whether the outcome, a scale or an item, is made of answers that another scale is made of too. */
function sharesItem(outcome: string, scales: readonly PreparedScale[]): boolean {
  const own = scales.find(({ scale }) => scale.id === outcome);
  const items = own === undefined ? [outcome] : own.scale.items.map(({ id }) => id);
  const others = scales.filter((each) => each !== own);
  return others.some(({ scale }) => scale.items.some(({ id }) => items.includes(id)));
}

/**
 * The document's `drivers`: each outcome with every other scale and every `also` as its predictors. An outcome that
 * is an item of a scale, shares one with another scale, or is among `also`, would explain itself: then nothing is given.
 */
export function driversResult(
  scales: readonly PreparedScale[],
  table: FileTable,
  tree: UnitTree,
  { outcomes, also, resamples }: DriversRequest,
): DriversResult[] {
  const fromScales = scales.map(({ scale, scores }): Variable => ({ id: scale.id, values: scores }));
  const columns = also.filter((name) => !fromScales.some(({ id }) => id === name));
  const fromColumns = columns.map((id): Variable => ({ id, values: askedNumbers(table, id) }));
  return outcomes.map((id) => {
    const scale = fromScales.find((each) => each.id === id);
    const outcome = scale ?? { id, values: askedNumbers(table, id) };
    const predictors = [...fromScales.filter((each) => each !== scale), ...fromColumns];
    if (also.includes(id) || sharesItem(id, scales)) return without(id, 0, predictors, 'outcomeInPredictors');
    return driversOf(outcome, predictors, tree, resamples);
  });
}
