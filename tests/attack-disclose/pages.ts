import { auditedPeiling, snapshotForm } from '@lerend/analysis';
import type { Snapshot, SnapshotInput } from '@lerend/analysis';
import type { GroupNode } from '@lerend/disclosure';

/** What stands on all pages of a peiling about one area, and what everybody knows; by unit, parents first. */
export interface AreaPages {
  readonly areaId: string;
  readonly parents: readonly number[];
  readonly heads: readonly number[];
  /** Who has a score, of the people directly in the unit. */
  readonly answered: readonly number[];
  readonly scores: readonly (number | null)[];
  /** "What do the people who work here now say?"; null also where the pages don't tell. */
  readonly now: readonly (number | null)[];
  readonly items: readonly {
    readonly answered: readonly number[];
    readonly cells: readonly ({ favourable: number; middle: number; unfavourable: number } | null)[];
  }[];
  /** Of the rules: whether what lies at an end is coded. */
  readonly isCoded: boolean;
}

/** As the product shows it. */
export function pagesOf(input: SnapshotInput, snapshot: Snapshot): AreaPages[] {
  const { groups, scales } = auditedPeiling(input, snapshot);
  const tree = treeOf(groups, input);
  const unitById = new Map(snapshot.units.map((unit) => [unit.id, unit]));
  return scales.map(({ areaId, answered, scores, items }, area) => ({
    areaId,
    ...tree,
    answered,
    scores,
    now: groups.map(({ id }) => unitById.get(id)?.areas[area]?.cell?.now.centre ?? null),
    items: items.map(({ answered: n, cells }) => ({
      answered: n,
      cells: cells.map((cell) => cell && { ...cell, middle: 100 - cell.favourable - cell.unfavourable }),
    })),
    isCoded: true,
  }));
}

/**
 * As many tools show it: everything from five people, items from ten, exact but for rounding; no unit hidden to protect
 * another, no end coded.
 */
export function thresholdOnlyPages(input: SnapshotInput, snapshot: Snapshot): AreaPages[] {
  const { groups, scales } = auditedPeiling(input, snapshot);
  const tree = treeOf(groups, input);
  return scales.map(({ areaId, answered, items }, area): AreaPages => {
    const rowsOf = areaAnswers(input, groups, area);
    const points = addedUp(
      tree.parents,
      rowsOf.map((rows) => rows.flatMap(scoreOf).reduce((sum, one) => sum + one, 0)),
    );
    return {
      areaId,
      ...tree,
      answered,
      scores: addedUp(tree.parents, answered).map((n, unit) => (n >= 5 ? Math.round((points[unit] ?? 0) / n) : null)),
      now: groups.map(() => null),
      items: items.map((item, place) => ({
        answered: item.answered,
        cells: exactCells(tree.parents, rowsOf, place),
      })),
      isCoded: false,
    };
  });
}

/** Answers to the items of one area, by unit in the order of the pages, and person; 0: none from 1 to 5. */
export type AreaAnswers = readonly (readonly (readonly number[])[])[];

export function areaAnswers(
  { form, answers }: SnapshotInput,
  groups: readonly Pick<GroupNode, 'id'>[],
  area: number,
): AreaAnswers {
  const { areas, itemIds } = snapshotForm(form);
  const blocks = new Map(answers.map((block) => [block.unitId, block]));
  return groups.map(({ id }) => {
    const { n, items } = blocks.get(id) ?? { n: 0, items: new Uint8Array() };
    return Array.from({ length: n }, (_, person) =>
      (areas[area]?.columns ?? []).map((column) => {
        const answer = items[person * itemIds.length + column] ?? 0;
        return answer <= 5 ? answer : 0;
      }),
    );
  });
}

/** [] for who answered fewer than half of the items. */
export function scoreOf(row: readonly number[]): number[] {
  const own = row.filter((answer) => answer > 0);
  const mean = own.reduce((sum, one) => sum + one, 0) / own.length;
  return 2 * own.length >= row.length && own.length > 0 ? [(mean - 1) * 25] : [];
}

function exactCells(parents: readonly number[], rowsOf: AreaAnswers, column: number) {
  const count = (from: number, to: number) =>
    addedUp(
      parents,
      rowsOf.map((rows) => rows.filter((row) => (row[column] ?? 0) >= from && (row[column] ?? 0) <= to).length),
    );
  const [favourable, middle, unfavourable] = [count(4, 5), count(3, 3), count(1, 2)];
  return parents.map((_, unit) => {
    const counts = [favourable, middle, unfavourable].map((one) => one[unit] ?? 0);
    const n = counts.reduce((sum, one) => sum + one, 0);
    const [above = 0, between = 0, below = 0] = counts.map((one) => (100 * one) / n);
    return n >= 10 ? { favourable: above, middle: between, unfavourable: below } : null;
  });
}

function treeOf(groups: readonly GroupNode[], { units }: SnapshotInput): Pick<AreaPages, 'parents' | 'heads'> {
  const place = new Map(groups.map(({ id }, at) => [id, at]));
  const headsOf = new Map(units.map(({ id, headCount, invited }) => [id, headCount ?? invited]));
  return {
    parents: groups.map(({ parentId }) => (parentId === null ? -1 : (place.get(parentId) ?? -1))),
    heads: groups.map(({ id }) => headsOf.get(id) ?? 0),
  };
}

/** Everything below a unit included, wherever the unit stands in the list. */
export function addedUp(parents: readonly number[], own: readonly number[]): number[] {
  const sums = parents.map(() => 0);
  own.forEach((one, unit) => {
    for (let at = unit; at >= 0; at = parents[at] ?? -1) sums[at] = (sums[at] ?? 0) + one;
  });
  return sums;
}
