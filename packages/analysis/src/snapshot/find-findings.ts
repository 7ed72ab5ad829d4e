import { areaFindings } from './find-area-findings.ts';
import type { Finding } from './finding.ts';
import { makeFinding } from './make-finding.ts';
import { lowResponse } from './method.ts';
import type { WholeResult } from './snapshot.ts';
import { standingFindings } from './find-standing.ts';
import type { UnitResult } from './unit-result.ts';

/**
 * What stands out, in every unit, heaviest first (equal weights by id). Reads published figures only, so a finding
 * can't tell what a table wouldn't.
 */
export function findFindings(units: readonly UnitResult[], whole: WholeResult): readonly Finding[] {
  const unitById = new Map(units.map((unit) => [unit.id, unit]));
  const found = units.flatMap((unit) => {
    if (unit.figuresFrom !== unit.id) return [noFigure(unit)];
    return [...areaFindings(unit, unitById), ...itemFindings(unit), ...responseFindings(unit)];
  });
  const standing = standingFindings(units.filter((unit) => unit.figuresFrom === unit.id));
  const all = [...found, ...standing, ...distinctnessFindings(units, whole)];
  return all.sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
}

function noFigure(unit: UnitResult): Finding {
  return makeFinding(unit.id, null, 1, { kind: 'no-figure', figuresFrom: unit.figuresFrom });
}

function responseFindings(unit: UnitResult): Finding[] {
  const { respondents, invited } = unit;
  if (respondents === null || invited === 0 || respondents / invited >= lowResponse) return [];
  const weight = 1 - respondents / invited / lowResponse / 2;
  return [makeFinding(unit.id, null, weight, { kind: 'low-response', respondents, invited })];
}

/** The best and the worst item: weight by how many chose the outer classes. */
function itemFindings(unit: UnitResult): Finding[] {
  const [strong] = unit.strongestItems;
  const [weak] = unit.weakestItems;
  const of = (kind: 'strong-item' | 'weak-item', { itemId, areaId, cell }: NonNullable<typeof strong>, share: number) =>
    makeFinding(unit.id, areaId, share / 200, { kind, itemId, cell });
  return [
    ...(strong ? [of('strong-item', strong, strong.cell.favourable)] : []),
    ...(weak ? [of('weak-item', weak, weak.cell.unfavourable)] : []),
  ];
}

function distinctnessFindings(units: readonly UnitResult[], { distinctness }: WholeResult): Finding[] {
  if (distinctness === null || distinctness.areApart) return [];
  const areaIds = [...new Set(distinctness.pairs.flatMap((pair) => pair.areaIds))];
  return units
    .filter((unit) => unit.parentId === null && unit.figuresFrom === unit.id)
    .map((unit) => makeFinding(unit.id, null, 0.5, { kind: 'not-distinguishable', areaIds }));
}
