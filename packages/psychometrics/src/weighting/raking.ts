import { notDefined } from '../figure.ts';
import type { Figure } from '../figure.ts';
import { marginCells, sumsByValue } from './margin-cells.ts';
import type { MarginCells, PopulationMargin } from './margin-cells.ts';

/** Weights that make the answers follow the population on every margin. */
export interface RakedSample {
  /** Each row's weight; together they sum to the population. */
  readonly weights: Float64Array;
  readonly cells: MarginCells;
}

/** Every margin's sums are within this share of the population's totals. */
const TOLERANCE = 1e-13;
/** Convergence is linear: a sample that needs more than this has no solution, or hardly one. */
const MOST_ROUNDS = 20_000;

/**
 * Raking (iterative proportional fitting) from weight 1: weights that reproduce the population on each margin, without
 * knowing the combinations of margins.
 *
 * `margins`: at least one, of rows that have a value on every margin; `totals` above 0, and the same sum for each.
 * Equals survey's `rake` (converged). Undefined: no rows; a value of a margin that no row has (`emptyMargin`); no
 * solution, which happens when combinations are missing (`notConverged`). Assumes that within the margins those who
 * answered are like those who didn't. Source: Deming & Stephan (1940), Annals of Mathematical Statistics 11:427.
 */
export function rakedSample(margins: readonly PopulationMargin[], rows: number): Figure<RakedSample> {
  if (rows === 0) return notDefined('noAnswers');
  const cells = marginCells(margins, rows);
  const weights = new Float64Array(cells.n.length).fill(1);
  const sumsOf = (margin: number): Float64Array =>
    sumsByValue(
      cells.values[margin] as Int32Array,
      (margins[margin] as PopulationMargin).totals.length,
      (cell) => (cells.n[cell] as number) * (weights[cell] as number),
    );
  if (margins.some((_, margin) => sumsOf(margin).some((sum) => sum === 0))) return notDefined('emptyMargin');
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    let largest = 0;
    margins.forEach(({ totals }, margin) => {
      const sums = sumsOf(margin);
      const factors = totals.map((total, value) => total / (sums[value] as number));
      for (const factor of factors) largest = Math.max(largest, Math.abs(factor - 1));
      (cells.values[margin] as Int32Array).forEach((value, cell) => {
        weights[cell] = (weights[cell] as number) * (factors[value] as number);
      });
    });
    if (largest < TOLERANCE) {
      return { value: { weights: Float64Array.from(cells.cellOf, (cell) => weights[cell] as number), cells } };
    }
  }
  return notDefined('notConverged');
}

/** What weighting costs: n Σw² / (Σw)², by which the variance of an unrelated mean grows. Kish (1992), Journal of Official Statistics 8:183. */
export function kishDesignEffect(weights: Float64Array): number {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const squares = weights.reduce((total, weight) => total + weight * weight, 0);
  return (weights.length * squares) / (sum * sum);
}
