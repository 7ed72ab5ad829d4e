import { decidePublication, itemCellOf } from '@lerend/disclosure';
import type { ItemCell, Published } from '@lerend/disclosure';
import type { CodedItem } from './coded-items.ts';
import type { Publishing } from './publishing.ts';
import { addUpwards } from './unit-tree.ts';
import { highlightedItems } from './method.ts';
import type { ItemHighlight, ItemResult } from './unit-result.ts';

/** The published answers of every unit to one item: null where they may not be shown. */
export function publishItem(
  { tree, nodes }: Pick<Publishing, 'tree' | 'nodes'>,
  coded: CodedItem,
  minimum: number,
  isEligible: (unitId: string) => boolean,
): readonly (Published<ItemCell> | null)[] {
  const byUnit = (counts: Float64Array) => new Map(tree.units.map(({ id }, unit) => [id, counts[unit] ?? 0]));
  // "Weet ik niet" is shown as well, so whoever said that counts: first no rest may hold a few who said anything, then,
  // within what is left, no rest a few who gave an answer. Hiding more units only brings such rests together.
  const heard = decidePublication(nodes, byUnit(coded.saidAnything), { minimum, isEligible });
  const isHeard = (id: string) => heard.isShown(id);
  const decision = decidePublication(nodes, byUnit(coded.answered), { minimum, isEligible: isHeard });
  const classes = new Float64Array(tree.units.length * shownClasses);
  for (const [owner, one] of coded.classes) {
    if (one) classes.set([one.favourable, one.middle, one.unfavourable], owner * shownClasses);
  }
  addUpwards(tree, classes, shownClasses);
  const dontKnow = addUpwards(
    tree,
    coded.saidAnything.map((people, unit) => people - (coded.answered[unit] ?? 0)),
  );
  return tree.units.map(({ id }, unit) => {
    const [favourable = 0, middle = 0, unfavourable = 0] = classes.subarray(unit * shownClasses);
    const cell = itemCellOf({ favourable, middle, unfavourable }, dontKnow[unit] ?? 0);
    return cell === undefined ? null : decision.publish(id, () => cell);
  });
}

/** Favourable, middle, unfavourable. */
const shownClasses = 3;

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
