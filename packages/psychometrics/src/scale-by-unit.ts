import type { AnswerColumn, OptionColumn } from './answer-column.ts';
import { scoreTally } from './counting/score-tally.ts';
import { spreadOfUnits, sumsOfUnits } from './counting/unit-figures.ts';
import { unitTable } from './counting/unit-table.ts';
import { unitSums } from './unit-index.ts';
import type { UnitIndex, UnitSums } from './unit-index.ts';
import { unitSpread } from './unit-spread.ts';
import type { UnitSpread } from './unit-spread.ts';

/** A scale's scores by unit, and how far the answers within each unit lie apart. */
export interface ScaleByUnit {
  readonly sums: UnitSums;
  readonly spread: UnitSpread;
}

/**
 * What every figure of a scale about units follows from: {@link unitSums} of the persons' scores and
 * {@link unitSpread} of the items, in one go.
 *
 * `columns`: the scale's items, already reversed where keyed the other way; `scores`: `personScores(columns)`. Answers
 * with options are counted per unit, so that everything is exact and independent of the order of people; for other
 * scales it computes the two as they stand. Same conventions, same missing data as those.
 */
export function scaleByUnit(columns: readonly AnswerColumn[], scores: Float64Array, units: UnitIndex): ScaleByUnit {
  const options = columns.filter((column): column is OptionColumn => column.kind === 'options');
  const tally = options.length === columns.length ? scoreTally(options) : null;
  const table = tally === null ? null : unitTable(options, tally, units);
  if (table === null) return { sums: unitSums(scores, units), spread: unitSpread(columns, units) };
  return { sums: sumsOfUnits(table), spread: spreadOfUnits(table) };
}
