import { defined, notDefined } from '../figure.ts';
import type { Figure } from '../figure.ts';
import { MINIMUM_CLUSTERS } from '../mean-interval.ts';
import type { UnitIndex } from '../unit-index.ts';
import { sumsByValue } from './margin-cells.ts';
import type { MarginCells } from './margin-cells.ts';
import type { RakedSample } from './raking.ts';

export interface WeightedMean {
  readonly mean: number;
  readonly standardError: Figure;
}

/** Projections change the residuals by less than this share of their spread: done. */
const TOLERANCE = 1e-14;
const MOST_ROUNDS = 20_000;

/** The mean of each cell, less what the margins together explain of it (least squares, every row counting alike). */
function cellResiduals(cells: MarginCells, cellMeans: Float64Array): Float64Array {
  const left = Float64Array.from(cellMeans);
  const spread = Math.max(...left.map(Math.abs), Number.MIN_VALUE);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    let largest = 0;
    for (const values of cells.values) {
      const count = values.reduce((most, value) => Math.max(most, value + 1), 0);
      const n = sumsByValue(values, count, (cell) => cells.n[cell] as number);
      const sums = sumsByValue(values, count, (cell) => (cells.n[cell] as number) * (left[cell] as number));
      values.forEach((value, cell) => {
        const mean = (sums[value] as number) / (n[value] as number);
        left[cell] = (left[cell] as number) - mean;
        largest = Math.max(largest, Math.abs(mean));
      });
    }
    if (largest <= TOLERANCE * spread) break;
  }
  return left;
}

/** The contributions of each unit together; somebody without a unit is a unit of one. */
function unitTotals(contributions: Float64Array, { unit, count }: UnitIndex): Float64Array {
  const sums = new Float64Array(count);
  const people = new Int32Array(count);
  const alone: number[] = [];
  contributions.forEach((contribution, row) => {
    const at = unit[row] as number;
    if (at < 0) {
      alone.push(contribution);
      return;
    }
    sums[at] = (sums[at] as number) + contribution;
    people[at] = (people[at] as number) + 1;
  });
  return Float64Array.from([...sums.filter((_, at) => (people[at] as number) > 0), ...alone]);
}

/** Variance of a sum of contributions: between rows, or between the units that they come from. */
function variance(contributions: Float64Array, units: UnitIndex | null, population: number | null): Figure {
  const totals = units === null ? contributions : unitTotals(contributions, units);
  const count = totals.length;
  if (units !== null && count < MINIMUM_CLUSTERS) return notDefined('tooFewUnits');
  if (count < 2) return notDefined('tooFewAnswers');
  const mean = totals.reduce((sum, total) => sum + total, 0) / count;
  const squares = totals.reduce((sum, total) => sum + (total - mean) ** 2, 0);
  const finite = population === null ? 1 : 1 - count / population;
  return defined((count / (count - 1)) * finite * squares);
}

/**
 * The mean of raked answers with its standard error by residual linearisation: what the margins explain of the answers
 * doesn't add to chance, since the weights fix it.
 *
 * `values`: one a row of the sample, none missing. Without `units` rows are independent; with them, the lowest units are
 * (a row without a unit, −1, is a unit of one), of which `populationUnits` exist (null: many). Residuals come from a
 * regression on the margins with start weights (1), and are multiplied by the raked weights. Equals survey's `svymean`
 * on a design from `rake`. The standard error is undefined for one row and under {@link MINIMUM_CLUSTERS} units.
 * Source: Deville, Särndal & Sautory (1993), JASA 88:1013.
 */
export function weightedMean(
  values: Float64Array,
  { weights, cells }: RakedSample,
  units: UnitIndex | null = null,
  populationUnits: number | null = null,
): WeightedMean {
  let population = 0;
  let total = 0;
  values.forEach((value, row) => {
    population += weights[row] as number;
    total += (weights[row] as number) * value;
  });
  const mean = total / population;
  const cellMeans = new Float64Array(cells.n.length);
  values.forEach((value, row) => {
    const cell = cells.cellOf[row] as number;
    cellMeans[cell] = (cellMeans[cell] as number) + (value - mean) / (cells.n[cell] as number);
  });
  const residuals = cellResiduals(cells, cellMeans);
  const contributions = values.map((value, row) => {
    const cell = cells.cellOf[row] as number;
    const explained = (cellMeans[cell] as number) - (residuals[cell] as number);
    return ((weights[row] as number) * (value - mean - explained)) / population;
  });
  const spread = variance(contributions, units, populationUnits);
  return { mean, standardError: spread.value === null ? spread : defined(Math.sqrt(spread.value)) };
}
