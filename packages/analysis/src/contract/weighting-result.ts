import { defined, kishDesignEffect, notDefined, rakedSample, weightedMean } from '@lerend/psychometrics';
import type { Figure, PopulationMargin, RakedSample } from '@lerend/psychometrics';
import { askedLabels } from './file-table.ts';
import type { FileTable } from './file-table.ts';
import type { PreparedScale } from './prepared-scale.ts';
import type { UnitTree } from './unit-tree.ts';
import type { WeightedScaleResult, WeightingResult } from './weighting-document.ts';
import { notGiven, withReasons } from './with-reasons.ts';

/** How many people of the population have each value of a column; every value in the table's column is among them. */
export interface MarginRequest {
  readonly column: string;
  /** Each above 0; their sum is the same for every margin. */
  readonly totals: ReadonlyMap<string, number>;
}

interface NumberedMargin extends PopulationMargin {
  readonly column: string;
  readonly names: readonly string[];
}

/** The values as numbers, in the order of the request; −1 = none. */
function numbered(table: FileTable, { column, totals }: MarginRequest): NumberedMargin {
  const names = [...totals.keys()];
  const { names: found, codes } = askedLabels(table, column);
  const places = found.map((name) => names.indexOf(name));
  const values = codes.map((code) => (code < 0 ? -1 : (places[code] as number)));
  return { column, names, values, totals: Float64Array.from(totals.values()) };
}

function pick(values: Int32Array, rows: Int32Array): Int32Array {
  return rows.map((row) => values[row] as number);
}

function raked(margins: readonly NumberedMargin[], rows: Int32Array): Figure<RakedSample> {
  const picked = margins.map(({ values, totals }) => ({ values: pick(values, rows), totals }));
  return rakedSample(picked, rows.length);
}

function scaleOf(
  { scale, scores }: PreparedScale,
  margins: readonly NumberedMargin[],
  complete: Int32Array,
  tree: UnitTree,
): WeightedScaleResult {
  const rows = complete.filter((row) => !Number.isNaN(scores[row] as number));
  const values = Float64Array.from(rows, (row) => scores[row] as number);
  const n = rows.length;
  const unweighted: Figure =
    n === 0 ? notDefined('noAnswers') : defined(values.reduce((sum, value) => sum + value, 0) / n);
  const sample = raked(margins, rows);
  const units = { unit: pick(tree.lowest.unit, rows), count: tree.lowest.count };
  const hasGroups = tree.byDepth.length > 0;
  const plain = sample.value === null ? null : weightedMean(values, sample.value);
  const clustered = sample.value === null || !hasGroups ? null : weightedMean(values, sample.value, units);
  const none = notDefined(sample.reason ?? 'noAnswers');
  return {
    id: scale.id,
    n,
    ...withReasons({
      unweightedMean: unweighted,
      weightedMean: plain === null ? none : defined(plain.mean),
      se: plain === null ? none : plain.standardError,
      seClustered: !hasGroups ? notGiven('noGroups') : clustered === null ? none : clustered.standardError,
    }),
  };
}

/**
 * The document's `weighting`: raking to the margins. Each scale is weighted by those who have a score on it, so that its
 * own mean follows the population; the weights that are described are those of everyone with a score on some scale.
 */
export function weightingResult(
  table: FileTable,
  scales: readonly PreparedScale[],
  tree: UnitTree,
  requests: readonly MarginRequest[],
): WeightingResult {
  const margins = requests.map((request) => numbered(table, request));
  const all = Int32Array.from({ length: table.rows }, (_, row) => row);
  const complete = all.filter((row) => margins.every(({ values }) => (values[row] as number) >= 0));
  const scored = complete.filter((row) => scales.some(({ scores }) => !Number.isNaN(scores[row] as number)));
  const sample = raked(margins, scored);
  const weights = sample.value?.weights ?? new Float64Array();
  const effect = sample.value === null ? sample : defined(kishDesignEffect(weights));
  const bound = (pickOne: (a: number, b: number) => number): Figure =>
    sample.value === null ? sample : defined(weights.reduce((a, b) => pickOne(a, b)));
  return {
    n: scored.length,
    withoutMargin: table.rows - complete.length,
    ...withReasons({
      kishDesignEffect: effect,
      effectiveN: effect.value === null ? effect : defined(scored.length / effect.value),
      minWeight: bound(Math.min),
      maxWeight: bound(Math.max),
    }),
    margins: margins.map(({ column, names, values, totals }) => {
      const counts = new Int32Array(names.length);
      for (const row of scored) counts[values[row] as number] = (counts[values[row] as number] as number) + 1;
      return {
        column,
        values: names.map((value, at) => ({ value, n: counts[at] as number, population: totals[at] as number })),
      };
    }),
    scales: scales.map((scale) => scaleOf(scale, margins, complete, tree)),
  };
}
