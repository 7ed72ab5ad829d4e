import { defined, holmAdjusted, notDefined } from '@lerend/psychometrics';
import type { Figure, FunctioningTest, ItemFunctioning } from '@lerend/psychometrics';
import { functioningSize, isFlagged, minimumPerGroup, scaleFunctioning } from '../functioning/scale-functioning.ts';
import type { DifItemResult, DifResult, DifScaleResult, DifTest } from './dif-document.ts';
import { askedLabels } from './file-table.ts';
import type { FileTable } from './file-table.ts';
import type { PreparedScale } from './prepared-scale.ts';
import type { UnitTree } from './unit-tree.ts';
import { withReasons } from './with-reasons.ts';

const collator = new Intl.Collator('en', { numeric: true });

/** Each item's outcome, and the groups that it is about. */
function outcomes({ columns, scores }: PreparedScale, table: FileTable, tree: UnitTree, column: string) {
  const { names, codes } = askedLabels(table, column);
  const order = names.map((_, code) => code).sort((a, b) => collator.compare(names[a] as string, names[b] as string));
  const units = tree.byDepth.length > 0 ? tree.lowest : null;
  const { counts, tested, items } = scaleFunctioning({ columns, scores, groupOf: codes, order, units });
  const groups: DifScaleResult['groups'] = order.map((code) => ({
    name: names[code] as string,
    n: counts[code] as number,
    tested: tested.length > 1 && tested.includes(code),
  }));
  return { groups, names: tested.map((code) => names[code] as string), items };
}

function testOf({ statistic, df1, df2, p }: FunctioningTest): DifTest {
  return { statistic, df1, ...(df2 === null ? {} : { df2 }), p };
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
    size: functioningSize(rSquaredChange),
    flagged: isFlagged(pHolm, rSquaredChange),
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
    minimumPerGroup,
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
