import { decidePublication, minimumOfSeveral, publicationRules } from '@lerend/disclosure';
import type { PublicationDecision, Published } from '@lerend/disclosure';
import { itemOf } from '@lerend/instrument';
import type { UnitIndex } from '@lerend/psychometrics';
import { areaChange } from './area-change.ts';
import type { UnmarkedChange } from './area-change.ts';
import { codedFigures } from './coded-figures.ts';
import { codedItem, shownClassesOf } from './coded-items.ts';
import { dividedUnits } from './divided-units.ts';
import type { DividedOn } from './divided-units.ts';
import type { Publishing } from './publishing.ts';
import { restsIn } from './rests.ts';
import { scaleFigures } from './scale-figures.ts';
import type { ScaleFigures } from './scale-figures.ts';
import type { SnapshotInput } from './snapshot-input.ts';
import type { AreaResult, IncomparableChange, ItemResult } from './unit-result.ts';
import { cellsOfUnits } from './unit-cells.ts';
import type { PlaceContext } from './unit-places.ts';
import { publishItem } from './unit-items.ts';

/** An area of a unit before anything is compared: no marks, and no decision on how it may be reported. */
export interface UnmarkedArea extends Pick<AreaResult, 'areaId' | 'cell' | 'onForms'> {
  readonly items: readonly Omit<ItemResult, 'mark'>[];
  readonly divided: Published<DividedOn> | null;
  readonly change: UnmarkedChange | IncomparableChange | null;
}

export interface AreaOfUnits {
  readonly areaId: string;
  readonly figures: ScaleFigures;
  /** One per unit, in the order of the tree. */
  readonly results: readonly UnmarkedArea[];
  /** Per unit the one that shows the rest it is in; −1: none. */
  readonly owners: Int32Array;
  /** The unit of every row of the answers. */
  readonly ownUnits: UnitIndex;
}

/**
 * One area in every unit. Decisions go from coarse to fine, each within the one before: the unit is shown, then its
 * area from the minimum group, then what is finer (items, "divided", the items of a smaller form) from ten. Figures are
 * made of the area's rests as they count (`coded-figures.ts`), and of nothing else.
 */
export function areaOfUnits(publishing: Publishing, input: SnapshotInput, areaNumber: number): AreaOfUnits {
  const { tree, form, table, unitDecision, minimumGroupSize } = publishing;
  const { areaId = '', columns = [] } = form.areas[areaNumber] ?? {};
  const raw = scaleFigures(tree, table, columns, form.drawnPerArea);
  const minimumForItems = Math.max(publicationRules.minimumForItems, minimumGroupSize);
  const ofSeveral = minimumOfSeveral(minimumGroupSize);
  const isUnitShown = (id: string) => unitDecision.isShown(id);
  const area = decideScale(publishing, raw, minimumGroupSize, isUnitShown, ofSeveral);
  const detail = decideScale(publishing, raw, minimumForItems, (id) => area.isShown(id));
  const isDetailShown = (id: string) => detail.isShown(id);
  const rests = restsIn(tree, (unit) => area.isShown(tree.units[unit]?.id ?? ''), minimumGroupSize);
  const coded = new Map(columns.map((column) => [column, codedItem(table, rests, column)]));
  const cellsOf = new Map(
    [...coded].map(([column, one]) => [column, publishItem(publishing, one, minimumForItems, isDetailShown)]),
  );
  const shownClasses = (column: number) =>
    shownClassesOf(tree, coded.get(column), (unit) => (cellsOf.get(column)?.[unit] ?? null) !== null);
  const shownOf = new Map(columns.map((column) => [column, shownClasses(column)]));
  const shownIn = (some: readonly number[]) => some.flatMap((column) => shownOf.get(column) ?? []);
  const scale = codedFigures(tree, raw, rests, shownIn(columns));
  const { figures } = scale;
  const cellOf = cellsOfUnits(tree, figures, contextOf(publishing, area));
  const dividedOf = dividedUnits(
    tree,
    table,
    figures,
    columns.map((column) => itemOf(form.itemIds[column] ?? '')?.referent),
  );
  const items = columns.map((column) => ({ itemId: form.itemIds[column] ?? '', cells: cellsOf.get(column) ?? [] }));
  let around = { scale, columns };
  const smaller = form.smallerForms.map((other) => {
    const own = other.columns[areaNumber] ?? [];
    const others = around.columns.filter((column) => !own.includes(column));
    const part = codedFigures(tree, scaleFigures(tree, table, own, form.drawnPerArea), rests, shownIn(own), {
      scale: around.scale,
      items: shownIn(others),
    });
    around = { scale: part, columns: own };
    const decision = decideScale(publishing, part.figures, minimumForItems, isDetailShown);
    return { form: other.form, decision, cellOf: cellsOfUnits(tree, part.figures, contextOf(publishing, decision)) };
  });
  const results = tree.units.map(({ id, sourceUnitId }, unit): UnmarkedArea => {
    const cell = area.publish(id, () => cellOf(unit));
    const dividedOn = detail.isShown(id) ? dividedOf(unit) : undefined;
    const onForms = Object.fromEntries(
      smaller.flatMap((part) => {
        const partCell = part.decision.publish(id, () => part.cellOf(unit));
        return partCell === null ? [] : [[part.form, partCell]];
      }),
    );
    const now = { form: input.form, instrumentVersion: input.instrumentVersion, sourceUnitId };
    return {
      areaId,
      cell,
      items: detail.isShown(id) ? items.map(({ itemId, cells }) => ({ itemId, cell: cells[unit] ?? null })) : [],
      divided: dividedOn === undefined ? null : detail.publish(id, () => dividedOn),
      onForms,
      change: input.previous ? areaChange({ ...now, area: { areaId, cell, onForms } }, input.previous) : null,
    };
  });
  return { areaId, figures, results, owners: rests.owners, ownUnits: table.ownUnits };
}

function contextOf({ tree, heads }: Publishing, decision: PublicationDecision): PlaceContext {
  return { heads, isShown: (unit) => decision.isShown(tree.units[unit]?.id ?? '') };
}

function decideScale(
  { tree, nodes }: Publishing,
  figures: ScaleFigures,
  minimum: number,
  isEligible: (unitId: string) => boolean,
  ofSeveral = minimum,
): PublicationDecision {
  const direct = new Map(tree.units.map((unit, index) => [unit.id, figures.direct.n[index] ?? 0]));
  return decidePublication(nodes, direct, { minimum, minimumOfSeveral: ofSeveral, isEligible });
}
