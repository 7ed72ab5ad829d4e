import { decidePublication, itemCellOf, publicationRules } from '@lerend/disclosure';
import type { GroupNode, ItemCell, Published } from '@lerend/disclosure';
import { countsPerItem } from './answer-table.ts';
import type { AnswerTable } from './answer-table.ts';
import { highlightedItems } from './method.ts';
import type { ItemHighlight, ItemResult } from './snapshot.ts';
import type { UnitTree } from './unit-tree.ts';

/** The published answers of every unit to one item: null where they may not be shown. */
export function publishItem(
  tree: UnitTree,
  nodes: readonly GroupNode[],
  table: AnswerTable,
  column: number,
  minimumGroupSize: number,
  isEligible: (unitId: string) => boolean,
): readonly (Published<ItemCell> | null)[] {
  const width = table.columns.length;
  const countsOf = (unit: number) => {
    const cell = (unit * width + column) * countsPerItem;
    return table.counts.subarray(cell, cell + countsPerItem);
  };
  const answersIn = tree.units.map((_, unit) => countsOf(unit).subarray(0, countsPerItem - 1).reduce((sum, n) => sum + n, 0));
  const direct = new Map(tree.units.map((unit, index) => [unit.id, answersIn[index] ?? 0]));
  tree.units.forEach((unit, index) => {
    if (unit.parentId !== null) direct.set(unit.parentId, (direct.get(unit.parentId) ?? 0) - (answersIn[index] ?? 0));
  });
  const minimum = Math.max(publicationRules.minimumForItems, minimumGroupSize);
  const decision = decidePublication(nodes, direct, { minimum, isEligible });
  return tree.units.map((unit, index) => {
    const counts = Array.from(countsOf(index));
    const cell = itemCellOf(counts.slice(0, -1), counts.at(-1) ?? 0);
    return cell === undefined ? null : decision.publish(unit.id, () => cell);
  });
}

/** The items that stand out in a unit, of those that may be shown; see `UnitResult`. */
export function highlights(areas: readonly { readonly areaId: string; readonly items: readonly ItemResult[] }[]): {
  readonly strongestItems: readonly ItemHighlight[];
  readonly weakestItems: readonly ItemHighlight[];
} {
  const shown = areas.flatMap(({ areaId, items }) =>
    items.flatMap(({ itemId, cell }): ItemHighlight[] => (cell === null ? [] : [{ itemId, areaId, cell }])),
  );
  const many = Math.min(highlightedItems, Math.floor(shown.length / 2));
  const strongestItems = [...shown]
    .sort((a, b) => b.cell.favourable - a.cell.favourable || a.cell.unfavourable - b.cell.unfavourable)
    .slice(0, many);
  const weakestItems = shown
    .filter((item) => !strongestItems.includes(item))
    .sort((a, b) => b.cell.unfavourable - a.cell.unfavourable || a.cell.favourable - b.cell.favourable)
    .slice(0, many);
  return { strongestItems, weakestItems };
}
