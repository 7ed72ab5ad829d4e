import {
  completeRows,
  defined,
  holmAdjusted,
  itemFunctioning,
  notDefined,
  numberStatistics,
} from '@lerend/psychometrics';
import type { Figure, FunctioningTest, ItemFunctioning, MatchedPeople, OptionColumn } from '@lerend/psychometrics';
import type { DifItemResult, DifResult, DifScaleResult, DifSize, DifTest } from './dif-document.ts';
import { askedLabels } from './file-table.ts';
import type { FileTable } from './file-table.ts';
import type { PreparedScale } from './prepared-scale.ts';
import type { UnitTree } from './unit-tree.ts';
import { withReasons } from './with-reasons.ts';

/** With fewer people, an item that works differently is mostly missed: Scott et al. (2009), J. Clin. Epidemiol. 62:288. */
const MINIMUM_PER_GROUP = 200;
/** Matching on a scale of two items would be matching an item on itself and one other. */
const FEWEST_ITEMS = 3;
/** Jodoin & Gierl (2001), Applied Measurement in Education 14:329. */
const MODERATE = 0.035;
const LARGE = 0.07;
const LEVEL = 0.05;

const collator = new Intl.Collator('en', { numeric: true });

interface Matched {
  readonly rows: Int32Array;
  readonly people: MatchedPeople;
  readonly names: readonly string[];
  readonly groups: DifScaleResult['groups'];
}

/** People who answered the whole scale and are in a group that is large enough; null when no two groups are. */
function matched(
  { columns, scores }: PreparedScale,
  table: FileTable,
  column: string,
): Omit<Matched, 'people'> & { readonly people: MatchedPeople | null } {
  const { names, codes } = askedLabels(table, column);
  const complete = completeRows(columns);
  const counts = new Int32Array(names.length);
  complete.forEach((isComplete, row) => {
    const code = codes[row] as number;
    if (isComplete === 1 && code >= 0) counts[code] = (counts[code] as number) + 1;
  });
  const order = names.map((_, code) => code).sort((a, b) => collator.compare(names[a] as string, names[b] as string));
  const tested = order.filter((code) => (counts[code] as number) >= MINIMUM_PER_GROUP);
  const groups = order.map((code) => ({
    name: names[code] as string,
    n: counts[code] as number,
    tested: tested.includes(code) && tested.length > 1,
  }));
  const groupOf = new Map(tested.map((code, place) => [code, place]));
  const rows = Int32Array.from({ length: table.rows }, (_, row) => row).filter(
    (row) => complete[row] === 1 && groupOf.has(codes[row] as number),
  );
  const own = Float64Array.from(rows, (row) => scores[row] as number);
  const { mean, sd } = numberStatistics(own);
  const spread = sd.value ?? 0;
  const score = own.map((value) => (spread > 0 ? (value - (mean.value ?? 0)) / spread : 0));
  const group = rows.map((row) => groupOf.get(codes[row] as number) as number);
  const people = tested.length < 2 ? null : { score, group, groups: tested.length };
  return { rows, people, names: tested.map((code) => names[code] as string), groups };
}

/** Each item's outcome, and the groups that it is about. */
function outcomes(prepared: PreparedScale, table: FileTable, tree: UnitTree, column: string) {
  const { columns, options } = prepared;
  const found = matched(prepared, table, column);
  const { rows, people } = found;
  const hasUnits = tree.byDepth.length > 0;
  const units = hasUnits
    ? { unit: rows.map((row) => tree.lowest.unit[row] as number), count: tree.lowest.count }
    : null;
  const items = columns.map((each): Figure<ItemFunctioning> => {
    if (options === null) return notDefined('notInteger');
    if (columns.length === 1) return notDefined('singleItem');
    if (columns.length < FEWEST_ITEMS) return notDefined('tooFewItems');
    if (people === null) return notDefined('tooFewPerGroup');
    const { codes } = each as OptionColumn;
    const answers = rows.map((row) => (codes[row] as number) - 1);
    return itemFunctioning(people, answers, units);
  });
  return { ...found, items };
}

function testOf({ statistic, df1, df2, p }: FunctioningTest): DifTest {
  return { statistic, df1, ...(df2 === null ? {} : { df2 }), p };
}

function sizeOf(change: number): DifSize {
  return change < MODERATE ? 'negligible' : change < LARGE ? 'moderate' : 'large';
}

function itemResult(
  id: string,
  found: Figure<ItemFunctioning>,
  pHolm: number | undefined,
  names: readonly string[],
): DifItemResult {
  if (found.value === null || pHolm === undefined) {
    const none = notDefined(found.reason ?? 'notConverged');
    const tests = { uniform: none, nonUniform: none, total: none, pHolm: none };
    return { id, ...withReasons({ ...tests, logOdds: none, r2Change: none, size: none, flagged: none }) };
  }
  const { uniform, nonUniform, total, logOdds, rSquaredChange } = found.value;
  const size = sizeOf(rSquaredChange);
  const [, ...others] = names;
  return {
    id,
    uniform: testOf(uniform),
    nonUniform: testOf(nonUniform),
    total: testOf(total),
    pHolm,
    logOdds: others.map((group, at) => {
      const { value, standardError } = logOdds[at] as ItemFunctioning['logOdds'][number];
      return { group, value, se: standardError };
    }),
    r2Change: defined(rSquaredChange).value,
    size,
    flagged: pHolm < LEVEL && size !== 'negligible',
  };
}

/** The document's `dif`: every item of every scale, with the scale's own score as what people are matched on. */
export function difResult(
  scales: readonly PreparedScale[],
  table: FileTable,
  tree: UnitTree,
  column: string,
): DifResult {
  const found = scales.map((prepared) => outcomes(prepared, table, tree, column));
  const all = found.flatMap(({ items }) => items);
  const tested = all.filter(({ value }) => value !== null);
  const adjusted = holmAdjusted(tested.map(({ value }) => (value as ItemFunctioning).total.p));
  const pHolm = new Map(tested.map((item, at) => [item, adjusted[at] as number]));
  return {
    column,
    minimumPerGroup: MINIMUM_PER_GROUP,
    test: tree.byDepth.length > 0 ? 'clusteredWald' : 'likelihoodRatio',
    scales: scales.map(({ scale }, at) => {
      const { groups, items, names } = found[at] as (typeof found)[number];
      return {
        id: scale.id,
        groups,
        items: scale.items.map(({ id }, place) => {
          const item = items[place] as Figure<ItemFunctioning>;
          return itemResult(id, item, pHolm.get(item), names);
        }),
      };
    }),
  };
}
