import { derivePublished, publishedValue } from '@lerend/disclosure';
import type { AreaCell } from '@lerend/disclosure';
import type { Finding } from './finding.ts';
import { heaviestDifference, makeFinding } from './make-finding.ts';
import { manyDontKnow, smallestDifferenceThatMatters } from './method.ts';
import type { AreaResult, ItemHighlight, UnitResult } from './unit-result.ts';

/** What stands out in the areas of a unit, one by one; `above` is the nearest unit above with figures. */
export function areaFindings(unit: UnitResult, above: UnitResult | undefined): Finding[] {
  return unit.areas.flatMap((area) => [
    ...comparedWithAbove(unit, area, above),
    ...divided(unit, area),
    ...changed(unit, area),
    ...dontKnow(unit, area),
  ]);
}

/**
 * Compares centres, not scores: drawn in, so that of many small units not one or two stand out each time by chance
 * (Gelman, Hill & Yajima 2012, Journal of Research on Educational Effectiveness 5:189). More than noise: beyond
 * √(band² + band above²), which leaves out that the unit is part of what it is compared with, and so errs to silence.
 */
function comparedWithAbove(unit: UnitResult, { areaId, cell }: AreaResult, above: UnitResult | undefined): Finding[] {
  const parentCell = above?.areas.find((area) => area.areaId === areaId)?.cell ?? null;
  if (above === undefined || cell === null || parentCell === null) return [];
  const apart = cell.centre - parentCell.centre;
  const size = Math.abs(apart);
  if (size < smallestDifferenceThatMatters || size <= Math.hypot(cell.band, parentCell.band)) return [];
  const kind = apart > 0 ? 'unit-above-parent' : 'unit-below-parent';
  const difference = derivePublished([cell, parentCell], (own: AreaCell, other: AreaCell) => own.score - other.score);
  return [
    makeFinding(unit.id, areaId, size / heaviestDifference, {
      kind,
      cell,
      comparedWith: above.id,
      parentCell,
      difference,
    }),
  ];
}

/** Heavier where it is about this unit than where it is so everywhere. */
const dividedWeights = { here: 0.7, somewhere: 0.6, everywhere: 0.4 } as const;

function divided(unit: UnitResult, { areaId, cell, divided: shown }: AreaResult): Finding[] {
  const pattern = shown === null ? 'no' : publishedValue(shown);
  if (cell === null || pattern === 'no') return [];
  return [makeFinding(unit.id, areaId, dividedWeights[pattern], { kind: 'divided', cell, pattern })];
}

function changed(unit: UnitResult, { areaId, change }: AreaResult): Finding[] {
  if (change?.kind !== 'more-than-noise') return [];
  const { difference, before, now } = change;
  const size = Math.abs(difference);
  if (size < smallestDifferenceThatMatters) return [];
  const kind = difference > 0 ? 'rose' : 'fell';
  return [makeFinding(unit.id, areaId, 0.5 + size / heaviestDifference / 2, { kind, difference, before, now })];
}

function dontKnow(unit: UnitResult, { areaId, items }: AreaResult): Finding[] {
  const many = items.flatMap(({ itemId, cell }): ItemHighlight[] =>
    cell !== null && cell.dontKnow >= manyDontKnow ? [{ itemId, areaId, cell }] : [],
  );
  if (many.length === 0) return [];
  const most = Math.max(...many.map(({ cell }) => cell.dontKnow));
  return [makeFinding(unit.id, areaId, most / 100, { kind: 'many-dont-know', items: many })];
}
