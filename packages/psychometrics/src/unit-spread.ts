import { optionCount } from './answer-column.ts';
import type { AnswerColumn, OptionColumn } from './answer-column.ts';
import { completeRows } from './pair-moments.ts';
import type { UnitIndex } from './unit-index.ts';

/** How far the answers within each unit lie apart, over people who answered every item of the scale. */
export interface UnitSpread {
  /** People with complete answers, per unit. */
  readonly n: Float64Array;
  /** The variance (n − 1) of the answers within the unit, averaged over the items; only meaningful from n = 2. */
  readonly meanVariance: Float64Array;
  /** The mean distance from the unit's mean, averaged over the items; only meaningful from n = 2. */
  readonly averageDeviation: Float64Array;
}

/** From a table of counts per unit and option: whole numbers, in one pass over the people. */
function addOptions(column: OptionColumn, complete: Uint8Array, units: UnitIndex, spread: UnitSpread): void {
  const width = optionCount(column) + 1;
  const table = new Int32Array(units.count * width);
  const { codes } = column;
  const { unit } = units;
  for (let row = 0; row < codes.length; row += 1) {
    const at = unit[row] as number;
    if (at < 0) continue;
    const cell = at * width + (codes[row] as number);
    table[cell] = (table[cell] as number) + (complete[row] as number);
  }
  for (let at = 0; at < units.count; at += 1) {
    const n = spread.n[at] as number;
    if (n < 2) continue;
    let sum = 0;
    let squares = 0;
    for (let code = 1; code < width; code += 1) {
      const count = table[at * width + code] as number;
      sum += count * code;
      squares += count * code * code;
    }
    const mean = sum / n;
    let distance = 0;
    for (let code = 1; code < width; code += 1)
      distance += (table[at * width + code] as number) * Math.abs(code - mean);
    spread.meanVariance[at] = (spread.meanVariance[at] as number) + (squares - (sum * sum) / n) / (n - 1);
    spread.averageDeviation[at] = (spread.averageDeviation[at] as number) + distance / n;
  }
}

function addNumbers(values: Float64Array, complete: Uint8Array, units: UnitIndex, spread: UnitSpread): void {
  const means = new Float64Array(units.count);
  const squares = new Float64Array(units.count);
  const distances = new Float64Array(units.count);
  const { unit } = units;
  const eachComplete = (visit: (at: number, value: number) => void): void => {
    for (let row = 0; row < values.length; row += 1) {
      const at = unit[row] as number;
      if (at >= 0 && complete[row] === 1) visit(at, values[row] as number);
    }
  };
  eachComplete((at, value) => {
    means[at] = (means[at] as number) + value / (spread.n[at] as number);
  });
  eachComplete((at, value) => {
    const distance = Math.abs(value - (means[at] as number));
    squares[at] = (squares[at] as number) + distance * distance;
    distances[at] = (distances[at] as number) + distance;
  });
  for (let at = 0; at < units.count; at += 1) {
    const n = spread.n[at] as number;
    if (n < 2) continue;
    spread.meanVariance[at] = (spread.meanVariance[at] as number) + (squares[at] as number) / (n - 1);
    spread.averageDeviation[at] = (spread.averageDeviation[at] as number) + (distances[at] as number) / n;
  }
}

/**
 * Variance and average deviation within each unit, from which the indices of agreement follow.
 *
 * `columns`: a scale's items, reversed where needed. People who left out any of them take no part (listwise, as
 * multilevel's `rwg.j` and `ad.m`). Source of the average deviation: Burke, Finkelstein & Dusig (1999),
 * Organizational Research Methods 2:49 (about the mean).
 */
export function unitSpread(columns: readonly AnswerColumn[], units: UnitIndex): UnitSpread {
  const complete = completeRows(columns);
  const make = (): Float64Array => new Float64Array(units.count);
  const spread = { n: make(), meanVariance: make(), averageDeviation: make() };
  for (let row = 0; row < complete.length; row += 1) {
    const at = units.unit[row] as number;
    if (at >= 0 && complete[row] === 1) spread.n[at] = (spread.n[at] as number) + 1;
  }
  for (const column of columns) {
    if (column.kind === 'options') addOptions(column, complete, units, spread);
    else addNumbers(column.values, complete, units, spread);
  }
  for (let at = 0; at < units.count; at += 1) {
    spread.meanVariance[at] = (spread.meanVariance[at] as number) / columns.length;
    spread.averageDeviation[at] = (spread.averageDeviation[at] as number) / columns.length;
  }
  return spread;
}
