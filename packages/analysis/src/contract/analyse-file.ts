import type { AnalysisInstrument } from '@lerend/instrument';
import { itemStatistics } from '@lerend/psychometrics';
import { askedLabels } from './file-table.ts';
import type { FileTable } from './file-table.ts';
import type { ContractDocument, ItemResult } from './contract-document.ts';
import { changeResult } from './change-result.ts';
import type { PreviousRequest } from './change-result.ts';
import { correlationResult } from './correlation-result.ts';
import { difResult } from './dif-result.ts';
import { driversResult } from './drivers-result.ts';
import type { DriversRequest } from './drivers-result.ts';
import { findWarnings } from './find-warnings.ts';
import { groupResults } from './group-results.ts';
import { planResult } from './plan-result.ts';
import { invarianceResult } from './invariance-result.ts';
import { itemMoments } from './item-moments.ts';
import { modelFimlResult, modelResult } from './model-result.ts';
import { prepareScale, turnedItems } from './prepared-scale.ts';
import type { PreparedScale } from './prepared-scale.ts';
import { scaleResult } from './scale-result.ts';
import { unitTree } from './unit-tree.ts';
import { weightingResult } from './weighting-result.ts';
import type { MarginRequest } from './weighting-result.ts';
import { withReasons } from './with-reasons.ts';

export interface AnalysisOptions {
  /** Groups under this many people are withheld, and siblings with them where subtraction would give them away. 1 withholds nothing. */
  readonly minimumGroup: number;
  /** Head count per path of the table, in its order; null without. Each at least the number of answers. */
  readonly population: Float64Array | null;
  /** Whether the instrument is the built-in questionnaire, which has levels and a plan. */
  readonly isBuiltIn: boolean;
  /** What should be explained by the scales; the table holds the columns it names. */
  readonly drivers?: DriversRequest | null;
  /** The column of groups between which items may work differently; the table holds it. */
  readonly difColumn?: string | null;
  /** The population to weight to; the table holds the columns it names. */
  readonly margins?: readonly MarginRequest[] | null;
  /** The same instrument asked before. */
  readonly previous?: PreviousRequest | null;
  /** The column of the groups in which the items should measure the same; the table holds it. */
  readonly invariance?: string | null;
  /** FIML also where many people left something out, which takes long. */
  readonly isFimlAsked?: boolean;
}

/**
 * The analysis of one file: the whole document of the command line.
 *
 * For whoever already holds the rows; what people see in the application comes from a snapshot instead. `table` has a
 * column for every item of the instrument (else RangeError), with the range of that item's response. Numbers aren't
 * rounded; a figure that doesn't exist is null with its reason in the sibling `undefined`. Nothing here reads a
 * clock, a file or chance: the same table gives the same document.
 */
export function analyseFile(
  table: FileTable,
  instrument: AnalysisInstrument,
  options: AnalysisOptions,
): ContractDocument {
  const tree = unitTree(table);
  const items = turnedItems(table, instrument);
  const prepared = (turned: typeof items, units: typeof tree): PreparedScale[] =>
    instrument.scales.map((scale) => prepareScale(scale, instrument, turned, units));
  const scales = prepared(items, tree);
  const groups = groupResults(scales, { tree, paths: table.paths, rows: table.rows, ...options });
  const scaleResults = scales.map((scale) => scaleResult(scale, tree, options.population));
  const moments = itemMoments(instrument, items);
  const scalesBefore = ({ table: earlier }: PreviousRequest): PreparedScale[] =>
    prepared(turnedItems(earlier, instrument), unitTree(earlier));
  return {
    version: 1,
    instrument: instrument.id,
    instrumentTitle: instrument.title,
    respondents: table.rows,
    respondentsWithoutGroup: table.path.reduce((count, leaf) => count + (leaf < 0 ? 1 : 0), 0),
    groupColumn: table.groupColumns.at(-1) ?? null,
    groupColumns: table.groupColumns,
    minimumGroup: options.minimumGroup,
    items: Array.from(items, ([id, column]): ItemResult => {
      const { n, missing, ...figures } = itemStatistics(column);
      return { id, n, missing, ...withReasons(figures) };
    }),
    scales: scaleResults,
    groups,
    correlations: correlationResult(scales, moments),
    model: modelResult(moments),
    modelFiml: modelFimlResult(moments, table.rows, options.isFimlAsked ?? false),
    plan: options.isBuiltIn ? planResult(table.rows, scaleResults, groups) : [],
    warnings: findWarnings(table, instrument, moments),
    ...(options.invariance
      ? { invariance: invarianceResult(options.invariance, askedLabels(table, options.invariance), moments) }
      : {}),
    ...(options.drivers ? { drivers: driversResult(scales, table, tree, options.drivers) } : {}),
    ...(options.difColumn ? { dif: difResult(scales, table, tree, options.difColumn) } : {}),
    ...(options.margins ? { weighting: weightingResult(table, scales, tree, options.margins) } : {}),
    ...(options.previous ? changeResult(table, scales, options.previous, scalesBefore(options.previous)) : {}),
  };
}
