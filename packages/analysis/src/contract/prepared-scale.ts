import type { AnalysisInstrument, AnalysisScale } from '@lerend/instrument';
import { optionCount, personScores, reverseColumn, scaleByUnit } from '@lerend/psychometrics';
import type { AnswerColumn, UnitSpread, UnitSums } from '@lerend/psychometrics';
import type { FileTable } from './file-table.ts';
import type { UnitTree } from './unit-tree.ts';

/** A scale with its answers the right way round, the persons' scores, and those by lowest unit. */
export interface PreparedScale {
  readonly scale: AnalysisScale;
  readonly min: number;
  readonly max: number;
  readonly columns: readonly AnswerColumn[];
  readonly scores: Float64Array;
  readonly byUnit: UnitSums;
  readonly spreadByUnit: UnitSpread;
  /** The number of answer options; null where any number will do. */
  readonly options: number | null;
}

/** The items of an instrument as answered the right way round, by id. @throws RangeError when the table lacks one. */
export function turnedItems(table: FileTable, instrument: AnalysisInstrument): ReadonlyMap<string, AnswerColumn> {
  const turned = new Map<string, AnswerColumn>();
  for (const { id, reverse } of instrument.scales.flatMap((scale) => scale.items)) {
    const column = table.columns.get(id);
    if (column === undefined) throw new RangeError(`The table has no column ${id}.`);
    if (!turned.has(id)) turned.set(id, reverse === true ? reverseColumn(column) : column);
  }
  return turned;
}

/** Scores and unit sums of one scale, computed once for everything that needs them. */
export function prepareScale(
  scale: AnalysisScale,
  instrument: AnalysisInstrument,
  items: ReadonlyMap<string, AnswerColumn>,
  tree: UnitTree,
): PreparedScale {
  const { min, max } = scale.response ?? instrument.response;
  const columns = scale.items.map(({ id }) => items.get(id) as AnswerColumn);
  const scores = personScores(columns);
  const first = columns[0];
  const options = first?.kind === 'options' ? optionCount(first) : null;
  const { sums: byUnit, spread: spreadByUnit } = scaleByUnit(columns, scores, tree.lowest);
  return { scale, min, max, columns, scores, byUnit, spreadByUnit, options };
}
