import { derivePublished } from '@lerend/disclosure';
import type { AreaCell, Published } from '@lerend/disclosure';
import type { DividedOn } from './divided-units.ts';
import type { AreaMarks, UnmarkedUnit } from './mark-units.ts';
import type { UnmarkedArea } from './area-results.ts';
import { reportingOf } from './reporting.ts';
import type { Distinctness } from './snapshot.ts';
import type { UnitResult } from './unit-result.ts';

/** Puts the marks on every area of every unit, and decides how each may be reported. */
export function reportUnits(
  units: readonly UnmarkedUnit[],
  marksOf: (area: UnmarkedArea) => AreaMarks,
  distinctness: Distinctness | null,
): UnitResult[] {
  const unitsBelow = Map.groupBy(units, ({ parentId }) => parentId);
  return units.map((unit) => ({
    ...unit,
    areas: unit.areas.map((area, number) => {
      const { areaId, cell, divided, onForms } = area;
      const below = shownBelow(unit.id, number, unitsBelow);
      return {
        areaId,
        cell,
        divided: divided && derivePublished([divided], ({ pattern }: DividedOn) => pattern),
        onForms,
        reporting: reportingOf({ areaId, cell, divided, below, distinctness }),
        ...marksOf(area),
      };
    }),
  }));
}

/** The nearest cells below a unit that are shown. */
function shownBelow(
  unitId: string,
  areaNumber: number,
  unitsBelow: ReadonlyMap<string | null, readonly UnmarkedUnit[]>,
): Published<AreaCell>[] {
  return (unitsBelow.get(unitId) ?? []).flatMap((unit) => {
    const cell = unit.areas[areaNumber]?.cell ?? null;
    return cell === null ? shownBelow(unit.id, areaNumber, unitsBelow) : [cell];
  });
}
