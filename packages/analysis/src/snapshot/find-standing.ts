import type { AreaCell, Published } from '@lerend/disclosure';
import type { Finding } from './finding.ts';
import { heaviestDifference, makeFinding } from './make-finding.ts';
import { smallestDifferenceThatMatters } from './method.ts';
import type { UnitResult } from './unit-result.ts';

interface Standing {
  readonly areaId: string;
  readonly cell: Published<AreaCell>;
}

/**
 * The strongest and the weakest area of a unit, by score; of equal scores the first in the order of the areas.
 * None when a unit has figures on fewer than three areas, or when all areas have one score: then nothing is strongest.
 * `clear`: it lies away from the mean of the unit's areas by more than its own noise and by enough to matter.
 */
export function standingFindings(unit: UnitResult): Finding[] {
  const standings = unit.areas.flatMap(({ areaId, cell }): Standing[] => (cell === null ? [] : [{ areaId, cell }]));
  const first = standings[0];
  if (first === undefined || standings.length < 3) return [];
  const middle = standings.reduce((sum, { cell }) => sum + cell.score, 0) / standings.length;
  const strongest = standings.reduce((best, one) => (one.cell.score > best.cell.score ? one : best), first);
  const weakest = standings.reduce((worst, one) => (one.cell.score < worst.cell.score ? one : worst), first);
  if (strongest.cell.score === weakest.cell.score) return [];
  const find = (kind: 'strongest-area' | 'weakest-area', { areaId, cell }: Standing) => {
    const away = Math.abs(cell.score - middle);
    const clear = away > cell.noise && away >= smallestDifferenceThatMatters;
    const weight = (away / heaviestDifference) * (clear ? 1 : 0.5);
    return makeFinding(unit.id, areaId, weight, { kind, cell, clear });
  };
  return [find('strongest-area', strongest), find('weakest-area', weakest)];
}
