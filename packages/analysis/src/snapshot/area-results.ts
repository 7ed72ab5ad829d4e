import { decidePublication, publicationRules } from '@lerend/disclosure';
import type { PublicationDecision, Published } from '@lerend/disclosure';
import { itemOf } from '@lerend/instrument';
import { areaChange } from './area-change.ts';
import type { UnmarkedChange } from './area-change.ts';
import { dividedUnits } from './divided-units.ts';
import type { DividedOn } from './divided-units.ts';
import type { Publishing } from './publishing.ts';
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
}

/**
 * One area in every unit. Decisions go from coarse to fine, each within the one before: the unit is shown, then its
 * area from the minimum group, then what is finer (items, "divided", the items of a smaller form) from ten.
 */
export function areaOfUnits(publishing: Publishing, input: SnapshotInput, areaNumber: number): AreaOfUnits {
  const { tree, form, table, unitDecision } = publishing;
  const { areaId = '', columns = [] } = form.areas[areaNumber] ?? {};
  const figures = scaleFigures(tree, table, columns, form.drawnPerArea);
  const minimumForItems = Math.max(publicationRules.minimumForItems, publishing.minimumGroupSize);
  const isUnitShown = (id: string) => unitDecision.isShown(id);
  const area = decideScale(publishing, figures, publishing.minimumGroupSize, isUnitShown);
  const detail = decideScale(publishing, figures, minimumForItems, (id) => area.isShown(id));
  const isDetailShown = (id: string) => detail.isShown(id);
  const cellOf = cellsOfUnits(tree, figures, contextOf(publishing, area));
  const dividedOf = dividedUnits(
    tree,
    table,
    figures,
    columns.map((column) => itemOf(form.itemIds[column] ?? '')?.referent),
  );
  const items = columns.map((column) => ({
    itemId: form.itemIds[column] ?? '',
    cells: publishItem(publishing, column, minimumForItems, isDetailShown),
  }));
  const smaller = form.smallerForms.map((other) => {
    const part = scaleFigures(tree, table, other.columns[areaNumber] ?? [], form.drawnPerArea);
    const decision = decideScale(publishing, part, minimumForItems, isDetailShown);
    return { form: other.form, decision, cellOf: cellsOfUnits(tree, part, contextOf(publishing, decision)) };
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
  return { areaId, figures, results };
}

function contextOf({ tree, heads }: Publishing, decision: PublicationDecision): PlaceContext {
  return { heads, isShown: (unit) => decision.isShown(tree.units[unit]?.id ?? '') };
}

function decideScale(
  { tree, nodes }: Publishing,
  figures: ScaleFigures,
  minimum: number,
  isEligible: (unitId: string) => boolean,
): PublicationDecision {
  const direct = new Map(tree.units.map((unit, index) => [unit.id, figures.direct.n[index] ?? 0]));
  return decidePublication(nodes, direct, { minimum, isEligible });
}
