import type { AreaCell, Published } from '@lerend/disclosure';
import { normalQuantile } from '@lerend/psychometrics';
import type { Finding } from './finding.ts';
import { heaviestDifference, makeFinding } from './make-finding.ts';
import { markAll } from './marks.ts';
import type { Candidate } from './marks.ts';
import { smallestDifferenceThatMatters } from './method.ts';
import type { UnitResult } from './unit-result.ts';

interface Standing {
  readonly unitId: string;
  readonly kind: 'strongest-area' | 'weakest-area';
  readonly areaId: string;
  readonly cell: Published<AreaCell>;
  readonly candidate: Candidate;
}

/**
 * The strongest and the weakest area of every unit, by score; of equal scores the first in the order of the areas.
 * None when a unit has figures on fewer than three areas, or when all areas have one score: then nothing is strongest.
 * `clear`: it lies away from the mean of the unit's areas by enough to matter and by more than noise, over all units of
 * the peiling together (`markAll`), and allowing for its having been picked out of all areas. The areas' scores are taken
 * as independent, though people who are high on one are high on others: that makes noise larger than it is.
 */
export function standingFindings(units: readonly UnitResult[]): Finding[] {
  const standings = units.flatMap(standingsOf);
  const marked = markAll(
    standings.map(({ candidate }) => candidate),
    smallestDifferenceThatMatters,
  );
  return standings.map(({ unitId, kind, areaId, cell, candidate }, at) => {
    const clear = (marked[at]?.mark ?? null) !== null;
    const weight = (Math.abs(candidate.difference) / heaviestDifference) * (clear ? 1 : 0.5);
    return makeFinding(unitId, areaId, weight, { kind, cell, clear });
  });
}

function standingsOf(unit: UnitResult): Standing[] {
  const shown = unit.areas.flatMap(({ areaId, cell }) => (cell === null ? [] : [{ areaId, cell }]));
  const first = shown[0];
  if (first === undefined || shown.length < 3) return [];
  const strongest = shown.reduce((best, one) => (one.cell.score > best.cell.score ? one : best), first);
  const weakest = shown.reduce((worst, one) => (one.cell.score < worst.cell.score ? one : worst), first);
  if (strongest.cell.score === weakest.cell.score) return [];
  const middle = shown.reduce((sum, { cell }) => sum + cell.score, 0) / shown.length;
  const standing = (kind: Standing['kind'], { areaId, cell }: typeof first): Standing => {
    // Its own score is one of those in the middle: of the difference it makes up 1 − 1/areas.
    const others = shown.reduce((sum, one) => sum + (one.areaId === areaId ? 0 : one.cell.noise ** 2), 0);
    const halfWidth = Math.hypot(cell.noise * (1 - 1 / shown.length), Math.sqrt(others) / shown.length);
    const candidate = {
      difference: cell.score - middle,
      standardError: halfWidth / normalQuantile(0.975),
      freedom: Infinity,
      chosenFrom: shown.length,
    };
    return { unitId: unit.id, kind, areaId, cell, candidate };
  };
  return [standing('strongest-area', strongest), standing('weakest-area', weakest)];
}
