import { derivePublished } from '@lerend/disclosure';
import type { AreaCell, ItemCell, Published } from '@lerend/disclosure';
import type { UnmarkedChange } from './area-change.ts';
import type { UnmarkedArea } from './area-results.ts';
import { markAll } from './marks.ts';
import type { Candidate, Mark, Marked } from './marks.ts';
import { smallestDifferenceThatMatters, smallestItemDifference } from './method.ts';
import type { WithinSpread } from './scale-figures.ts';
import type { AreaChange, AreaComparison, AreaResult, ItemResult, UnitResult } from './unit-result.ts';

/** A unit before anything is compared. */
export interface UnmarkedUnit extends Omit<UnitResult, 'areas'> {
  readonly areas: readonly UnmarkedArea[];
}

/** What is marked of one area of one unit. */
export type AreaMarks = Pick<AreaResult, 'comparison' | 'items' | 'change'>;

/** A cell and the nearest one above that is shown. */
interface Pair<Cell> {
  readonly cell: Published<Cell>;
  readonly above: Published<Cell>;
  readonly aboveId: string;
}

/**
 * Compares each unit with the nearest one above that shows the same, and marks what is more than noise over the whole
 * peiling (`markAll`). It reads published cells, and per area one spread for everyone together, and nothing else.
 */
export function markUnits(
  units: readonly UnmarkedUnit[],
  withinOf: ReadonlyMap<string, WithinSpread>,
): (area: UnmarkedArea) => AreaMarks {
  const unitById = new Map(units.map((unit) => [unit.id, unit]));
  const areaPairs: [UnmarkedArea, Pair<AreaCell>][] = [];
  const itemPairs: [UnmarkedItem, Pair<ItemCell>][] = [];
  const changes: UnmarkedChange[] = [];
  for (const unit of units) {
    const upwards = unitsAbove(unit, unitById);
    unit.areas.forEach((area, number) => {
      const pair = pairOf(area.cell, upwards, (one) => one.areas[number]?.cell);
      if (pair) areaPairs.push([area, pair]);
      if (area.change?.kind === 'unmarked') changes.push(area.change);
      area.items.forEach((item, place) => {
        const itemPair = pairOf(item.cell, upwards, (one) => one.areas[number]?.items[place]?.cell);
        if (itemPair) itemPairs.push([item, itemPair]);
      });
    });
  }
  const areaMarks = markFamily(areaPairs, smallestDifferenceThatMatters, ([area, pair]) =>
    areaCandidate(pair, withinOf.get(area.areaId) ?? unknownSpread),
  );
  const itemMarks = markFamily(itemPairs, smallestItemDifference, ([, pair]) => itemCandidate(pair));
  const changeMarks = markFamily(changes, smallestDifferenceThatMatters, changeCandidate);
  const comparisons = new Map(
    [...areaMarks].map(([[area, pair], marked]) => [area, comparisonOf(pair, marked)] as const),
  );
  const markedItems = new Map([...itemMarks].map(([[item, pair], marked]) => [item, markOf(pair, marked)] as const));
  return (area) => ({
    comparison: comparisons.get(area) ?? null,
    items: area.items.map((item): ItemResult => ({ ...item, mark: markedItems.get(item) ?? null })),
    change: area.change?.kind === 'unmarked' ? changeOf(area.change, changeMarks.get(area.change)) : area.change,
  });
}

type UnmarkedItem = UnmarkedArea['items'][number];

function unitsAbove(unit: UnmarkedUnit, unitById: ReadonlyMap<string, UnmarkedUnit>): UnmarkedUnit[] {
  const above = unit.parentId === null ? undefined : unitById.get(unit.parentId);
  return above ? [above, ...unitsAbove(above, unitById)] : [];
}

function pairOf<Cell>(
  cell: Published<Cell> | null,
  upwards: readonly UnmarkedUnit[],
  cellOf: (unit: UnmarkedUnit) => Published<Cell> | null | undefined,
): Pair<Cell> | undefined {
  if (cell === null) return undefined;
  for (const unit of upwards) {
    const above = cellOf(unit);
    if (above) return { cell, above, aboveId: unit.id };
  }
  return undefined;
}

function markFamily<T>(family: readonly T[], smallest: number, candidateOf: (one: T) => Candidate): Map<T, Marked> {
  const marked = markAll(family.map(candidateOf), smallest);
  return new Map(family.map((one, at) => [one, marked[at] ?? { mark: null, noise: smallest }]));
}

type ComparedCell = Pick<AreaCell, 'n' | 'score'>;

/** Of an area that isn't there: nothing is marked. */
const unknownSpread: WithinSpread = { variance: Number.MAX_VALUE, freedom: 1 };

/** Variance that rounding two figures to whole numbers adds to their difference. */
const roundingVariance = 2 / 12;

/**
 * The score of a unit against that of a unit of which it is a part: variance σ² (1/n − 1/n above), since the part's own
 * people are in both. Other people in the same units: so for the climate, not only for those who answered.
 */
export function areaCandidate(
  { cell, above }: { readonly cell: ComparedCell; readonly above: ComparedCell },
  { variance, freedom }: WithinSpread,
): Candidate {
  const apart = Math.max(0, 1 / cell.n - 1 / above.n);
  return {
    difference: cell.score - above.score,
    standardError: Math.sqrt(variance * apart + roundingVariance),
    freedom,
    chosenFrom: 1,
  };
}

/**
 * Favourable answers in per cent, as if the unit's people were drawn out of those above (a score test). A share that is 0
 * or 100 % above is taken half a person from the end; half a person is taken off the difference for continuity.
 */
function itemCandidate({ cell, above }: Pair<ItemCell>): Candidate {
  const share = Math.min(1 - 0.5 / above.n, Math.max(0.5 / above.n, above.favourable / 100));
  const apart = cell.favourable - above.favourable;
  const continuity = 50 / cell.n;
  const variance = 1e4 * share * (1 - share) * Math.max(0, 1 / cell.n - 1 / above.n) + roundingVariance;
  return {
    difference: Math.sign(apart) * Math.max(0, Math.abs(apart) - continuity),
    standardError: Math.sqrt(variance),
    freedom: Infinity,
    chosenFrom: 1,
  };
}

function changeCandidate({ difference, standardError }: UnmarkedChange): Candidate {
  return { difference, standardError, freedom: Infinity, chosenFrom: 1 };
}

function comparisonOf({ cell, above, aboveId }: Pair<AreaCell>, { noise, ...marked }: Marked): AreaComparison {
  const both = [cell, above] as const;
  return {
    comparedWith: aboveId,
    difference: derivePublished(both, (own: AreaCell, other: AreaCell) => own.score - other.score),
    noise: derivePublished<[AreaCell, AreaCell], number>(both, () => noise),
    mark: markOf({ cell, above }, { noise, ...marked }),
  };
}

function markOf<Cell>({ cell, above }: Omit<Pair<Cell>, 'aboveId'>, { mark }: Marked): AreaComparison['mark'] {
  return mark === null ? null : derivePublished<[Cell, Cell], Mark>([cell, above], () => mark);
}

function changeOf({ standardError, ...change }: UnmarkedChange, marked: Marked | undefined): AreaChange {
  return {
    ...change,
    kind: marked?.mark ? 'more-than-noise' : 'within-noise',
    noise: derivePublished<[number], number>([standardError], () => marked?.noise ?? smallestDifferenceThatMatters),
  };
}
