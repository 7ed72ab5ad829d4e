import { publishedValue } from '@lerend/disclosure';
import type { Finding } from './finding.ts';
import { heaviestDifference, makeFinding } from './make-finding.ts';
import { manyDontKnow } from './method.ts';
import type { AreaResult, ItemHighlight, UnitResult } from './unit-result.ts';

/** What stands out in the areas of a unit, one by one. */
export function areaFindings(unit: UnitResult, unitById: ReadonlyMap<string, UnitResult>): Finding[] {
  return unit.areas.flatMap((area) => [
    ...comparedWithAbove(unit, area, unitById),
    ...divided(unit, area),
    ...changed(unit, area),
    ...dontKnow(unit, area),
  ]);
}

function comparedWithAbove(
  unit: UnitResult,
  { areaId, cell, comparison }: AreaResult,
  unitById: ReadonlyMap<string, UnitResult>,
): Finding[] {
  if (cell === null || comparison === null) return [];
  const { comparedWith, difference, mark } = comparison;
  if (mark === null) return [];
  const parentCell = unitById.get(comparedWith)?.areas.find((area) => area.areaId === areaId)?.cell;
  if (!parentCell) return [];
  const kind = publishedValue(mark) === 'above' ? 'unit-above-parent' : 'unit-below-parent';
  const weight = Math.abs(difference) / heaviestDifference;
  return [makeFinding(unit.id, areaId, weight, { kind, cell, comparedWith, parentCell, difference })];
}

/** Heavier where it is about this unit than where it is so everywhere. */
const dividedWeights = { here: 0.7, somewhere: 0.6, everywhere: 0.4 } as const;

function divided(unit: UnitResult, { areaId, cell, reporting }: AreaResult): Finding[] {
  const reason = reporting.reasons.find((one) => one.kind === 'divided');
  if (cell === null || reason === undefined) return [];
  const { pattern, referents } = reason;
  return [makeFinding(unit.id, areaId, dividedWeights[pattern], { kind: 'divided', cell, pattern, referents })];
}

function changed(unit: UnitResult, { areaId, change }: AreaResult): Finding[] {
  if (change?.kind !== 'more-than-noise') return [];
  const { difference, before, now } = change;
  const size = Math.abs(difference);
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
