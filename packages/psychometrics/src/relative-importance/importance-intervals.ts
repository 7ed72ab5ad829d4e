import { notDefined } from '../figure.ts';
import type { Figure, Interval } from '../figure.ts';
import { MINIMUM_CLUSTERS } from '../mean-interval.ts';
import { quantile } from '../quantile.ts';
import type { Random } from '../seeded-random.ts';
import type { UnitIndex } from '../unit-index.ts';
import { jointCorrelations, jointSums, rowsWithAll } from './joint-sums.ts';
import type { JointSums } from './joint-sums.ts';
import { johnsonWeights } from './johnson-weights.ts';
import { predictorsFactor } from './relative-importance.ts';
import { shapleyShares } from './shapley-shares.ts';

/** The ways to divide R² over the predictors. */
const divide = { shapley: shapleyShares, johnson: johnsonWeights };

/** Percentile intervals of the shares of R² by one division. */
export interface ImportanceIntervals {
  /** One a predictor. */
  readonly shares: readonly Interval[];
  /** Units that were drawn; null when people were drawn. */
  readonly clusters: number | null;
}

export interface ImportanceDraws {
  readonly division: keyof typeof divide;
  readonly resamples: number;
  readonly random: Random;
}

/** A thousand resamples take some two seconds with this many predictors (2^14 subsets each). */
const MAXIMUM_INTERVAL_PREDICTORS = 14;
/** More people than this are first put into so many groups at random, which are then drawn as a whole. */
const MOST_BLOCKS = 2000;
/** When more resamples than this share have no outcome, the rest no longer stands for all of them. */
const MOST_WITHOUT = 0.05;
const CONFIDENCE = 0.95;

interface Blocks {
  readonly blockOf: Int32Array;
  readonly count: number;
}

/** People by unit; somebody without a unit is a unit of one. */
function unitBlocks(rows: Int32Array, { unit }: UnitIndex): Blocks & { readonly units: number } {
  const places = new Map<number, number>();
  let count = 0;
  const blockOf = rows.map((row) => {
    const at = unit[row] as number;
    const known = at < 0 ? undefined : places.get(at);
    if (known !== undefined) return known;
    if (at >= 0) places.set(at, count);
    count += 1;
    return count - 1;
  });
  return { blockOf, count, units: places.size };
}

/** Each person alone, or, of many, in groups of equal size at random, which say the same about chance. */
function personBlocks(people: number, random: Random): Blocks {
  const blockOf = Int32Array.from({ length: people }, (_, person) => person);
  if (people <= MOST_BLOCKS) return { blockOf, count: people };
  for (let last = people - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const kept = blockOf[last] as number;
    blockOf[last] = blockOf[other] as number;
    blockOf[other] = kept;
  }
  return { blockOf: blockOf.map((place) => place % MOST_BLOCKS), count: MOST_BLOCKS };
}

/** The shares of R² in each resample that has an outcome, predictor by predictor. */
function resampled(joint: JointSums, { division, resamples, random }: ImportanceDraws): number[][] {
  const shares = Array.from({ length: joint.variables - 1 }, (): number[] => []);
  for (let resample = 0; resample < resamples; resample += 1) {
    const times = new Int32Array(joint.blocks);
    for (let draw = 0; draw < joint.blocks; draw += 1) {
      const drawn = Math.floor(random() * joint.blocks);
      times[drawn] = (times[drawn] as number) + 1;
    }
    const correlations = jointCorrelations(joint, times);
    if (correlations === null || predictorsFactor(correlations, joint.variables) === null) continue;
    divide[division](correlations, joint.variables).forEach((share, predictor) => shares[predictor]?.push(share));
  }
  return shares;
}

function percentiles(values: number[]): Interval {
  const sorted = Float64Array.from(values).sort();
  return [quantile(sorted, (1 - CONFIDENCE) / 2), quantile(sorted, (1 + CONFIDENCE) / 2)];
}

/**
 * How sure the shares of {@link relativeImportance} by one division are: 95 % percentile intervals of the bootstrap.
 *
 * `units`: where people of one unit are alike, whole units are drawn (somebody without a unit is a unit of one);
 * null draws people. Above 2,000 people, groups of people of equal size, made at random, are drawn. The same source of
 * chance gives the same draws, for both divisions. A share can't be negative, so an interval never holds 0: it says how large a
 * share is, not whether there is one. Undefined: no resamples asked for (`notAsked`); more than
 * {@link MAXIMUM_INTERVAL_PREDICTORS} predictors; under {@link MINIMUM_CLUSTERS} units; in more than 5 % of the
 * resamples something doesn't vary or is a copy (`resamplesFailed`). Narrow under about twenty units.
 * Source: Efron & Tibshirani (1993), An Introduction to the Bootstrap, ch. 13; Davison & Hinkley (1997), §3.8.
 */
export function importanceIntervals(
  predictors: readonly Float64Array[],
  outcome: Float64Array,
  units: UnitIndex | null,
  { division, resamples, random }: ImportanceDraws,
): Figure<ImportanceIntervals> {
  if (resamples < 1) return notDefined('notAsked');
  if (predictors.length > MAXIMUM_INTERVAL_PREDICTORS) return notDefined('tooManyPredictors');
  const variables = [...predictors, outcome];
  const rows = rowsWithAll(variables);
  const byUnit = units === null ? null : unitBlocks(rows, units);
  if (byUnit !== null && byUnit.units < MINIMUM_CLUSTERS) return notDefined('tooFewUnits');
  const { blockOf, count } = byUnit ?? personBlocks(rows.length, random);
  const joint = jointSums(variables, rows, blockOf, count);
  const shares = resampled(joint, { division, resamples, random });
  if ((shares[0]?.length ?? 0) < (1 - MOST_WITHOUT) * resamples) return notDefined('resamplesFailed');
  return {
    value: {
      shares: shares.map(percentiles),
      clusters: byUnit === null ? null : count,
    },
  };
}
