import { derivePublished } from '@lerend/disclosure';
import type { AreaCell, Published } from '@lerend/disclosure';
import type { DividedOn } from './divided-units.ts';
import type { Finding } from './finding.ts';
import type { Mark } from './marks.ts';
import { reportingOf } from './reporting.ts';
import type { Snapshot, WholeResult } from './snapshot.ts';
import type { AreaComparison, AreaResult, Divided, ItemResult, UnitResult } from './unit-result.ts';

/*
 * A document of method 1.0.0 in today's shape, with nothing in it that it didn't say then. It had one band for both
 * questions, no correction for how many of those who work there answered, marks only as findings, and neither answer
 * quality nor drivers.
 */

export type FirstCell = Omit<AreaCell, 'heads' | 'now' | 'climate'>;

interface FirstArea extends Pick<AreaResult, 'areaId' | 'divided' | 'change'> {
  readonly cell: Published<FirstCell> | null;
  readonly items: readonly Omit<ItemResult, 'mark'>[];
  readonly onForms: { readonly [form: string]: Published<FirstCell> };
}

interface FirstUnit extends Omit<UnitResult, 'areas'> {
  readonly areas: readonly FirstArea[];
}

export interface FirstSnapshot extends Omit<Snapshot, 'units' | 'whole'> {
  readonly units: readonly FirstUnit[];
  readonly whole: Omit<WholeResult, 'answerQuality' | 'drivers'>;
}

export function inTodaysShape(first: FirstSnapshot): Snapshot {
  const comparisons = new Map(
    first.findings.flatMap((finding) => {
      const comparison = comparisonOf(finding);
      return comparison ? [[`${finding.unitId} ${finding.areaId ?? ''}`, comparison] as const] : [];
    }),
  );
  const units = first.units.map((unit): UnitResult => {
    const heads = unit.headCount ?? unit.invited;
    return {
      ...unit,
      areas: unit.areas.map(({ areaId, cell: firstCell, divided, items, onForms, change }): AreaResult => {
        const cell = firstCell && cellOf(firstCell, heads);
        const dividedOn =
          divided && derivePublished([divided], (pattern: Divided): DividedOn => ({ pattern, referents: [] }));
        return {
          areaId,
          cell,
          items: items.map((item) => ({ ...item, mark: null })),
          divided,
          onForms: Object.fromEntries(Object.entries(onForms).map(([form, part]) => [form, cellOf(part, heads)])),
          change,
          reporting: reportingOf({
            areaId,
            cell,
            divided: dividedOn,
            below: [],
            distinctness: first.whole.distinctness,
          }),
          comparison: comparisons.get(`${unit.id} ${areaId}`) ?? null,
        };
      }),
    };
  });
  const unitById = new Map(units.map((unit) => [unit.id, unit]));
  const findings = first.findings.map((finding) => findingOf(finding, unitById));
  return { ...first, findings, units, whole: { ...first.whole, answerQuality: null, drivers: null } };
}

/** Its cells are those of the units, in today's shape. */
function findingOf(finding: Finding, unitById: ReadonlyMap<string, UnitResult>): Finding {
  const cellIn = (unitId: string) =>
    unitById.get(unitId)?.areas.find(({ areaId }) => areaId === finding.areaId)?.cell ?? null;
  const cell = cellIn(finding.unitId);
  if (cell === null) return finding;
  switch (finding.kind) {
    case 'divided':
      return { ...finding, cell, referents: [] };
    case 'strongest-area':
    case 'weakest-area':
      return { ...finding, cell };
    case 'unit-above-parent':
    case 'unit-below-parent':
      return { ...finding, cell, parentCell: cellIn(finding.comparedWith) ?? finding.parentCell };
    default:
      return finding;
  }
}

function cellOf(first: Published<FirstCell>, heads: number): Published<AreaCell> {
  return derivePublished([first], (cell: FirstCell) => ({
    ...cell,
    heads: Math.max(heads, cell.n),
    now: { centre: cell.score, band: cell.noise },
    climate: cell.centre !== cell.score ? 'shrunk' : cell.band > cell.noise ? 'clustered' : 'none',
  }));
}

function comparisonOf(finding: Finding): AreaComparison | null {
  if (finding.kind !== 'unit-above-parent' && finding.kind !== 'unit-below-parent') return null;
  const { cell, parentCell, comparedWith, difference, kind } = finding;
  return {
    comparedWith,
    difference,
    noise: derivePublished([cell, parentCell], (own: FirstCell, above: FirstCell) =>
      Math.ceil(Math.hypot(own.band, above.band)),
    ),
    mark: derivePublished<[number], Mark>([difference], () => (kind === 'unit-above-parent' ? 'above' : 'below')),
  };
}
