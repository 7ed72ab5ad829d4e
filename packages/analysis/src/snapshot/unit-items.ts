import { decidePublication, itemCellOf } from '@lerend/disclosure';
import type { ItemCell, Published } from '@lerend/disclosure';
import { countsPerItem } from './answer-table.ts';
import type { Publishing } from './publishing.ts';
import { highlightedItems } from './method.ts';
import type { ItemHighlight, ItemResult } from './unit-result.ts';

/** The published answers of every unit to one item: null where they may not be shown. */
export function publishItem(
  { tree, nodes, table }: Pick<Publishing, 'tree' | 'nodes' | 'table'>,
  column: number,
  minimum: number,
  isEligible: (unitId: string) => boolean,
): readonly (Published<ItemCell> | null)[] {
  const countsOf = (counts: Float64Array, unit: number) => {
    const cell = (unit * table.columns.length + column) * countsPerItem;
    return Array.from(counts.subarray(cell, cell + countsPerItem));
  };
  const direct = new Map(tree.units.map((unit, index) => [unit.id, answersIn(countsOf(table.directCounts, index))]));
  // "Weet ik niet" is shown as well, so whoever said that counts: first no rest may hold a few who said anything, then,
  // within what is left, no rest a few who gave an answer. Hiding more units only brings such rests together.
  const saidAnything = new Map(tree.units.map(({ id }, index) => [id, sum(countsOf(table.directCounts, index))]));
  const heard = decidePublication(nodes, saidAnything, { minimum, isEligible });
  const decision = decidePublication(nodes, direct, { minimum, isEligible: (id) => heard.isShown(id) });
  return tree.units.map((unit, index) => {
    if (!decision.isShown(unit.id)) return null;
    const counts = countsOf(table.counts, index);
    const cell = itemCellOf(counts.slice(0, -1), counts.at(-1) ?? 0);
    return cell === undefined ? null : decision.publish(unit.id, () => cell);
  });
}

/** Answers from 1 to 5. */
function answersIn(counts: readonly number[]): number {
  return sum(counts.slice(0, -1));
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, n) => total + n, 0);
}

/** The items that stand out in a unit, of those that may be shown; see `UnitResult`. */
export function highlights(
  areas: readonly { readonly areaId: string; readonly items: readonly Omit<ItemResult, 'mark'>[] }[],
): {
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
