import type { AuditedItem, AuditedPeiling, AuditedScale } from '@lerend/disclosure';
import { answerTable, countsPerItem } from './answer-table.ts';
import type { AnswerTable } from './answer-table.ts';
import { auditedProfile } from './audited-profile.ts';
import { scaleFigures } from './scale-figures.ts';
import { snapshotForm } from './snapshot-form.ts';
import type { PreviousPeiling, SnapshotInput } from './snapshot-input.ts';
import type { Snapshot } from './snapshot.ts';
import type { AreaResult, UnitResult } from './unit-result.ts';
import { unitTree } from './unit-tree.ts';
import type { UnitTree } from './unit-tree.ts';

/** From this method on ends are coded; before it scores and classes were shown as they were. */
const methodsWithoutCoding = ['1.0.0', '2.0.0', '2.1.0'];

/**
 * What `auditPeiling` reads: all figures from the snapshot, and of the answers only how many people of each unit gave one. Where
 * profile questions are told, and who answered them what is still known, also the table that the figures are made of.
 *
 * @param input what the snapshot was made of
 */
export function auditedPeiling(input: SnapshotInput, snapshot: Snapshot): AuditedPeiling {
  const tree = unitTree(input.units);
  const form = snapshotForm(input.form);
  const table = answerTable(tree, form, input.answers);
  const unitById = new Map(snapshot.units.map((unit) => [unit.id, unit]));
  const units = tree.units.map(({ id }) => unitById.get(id));
  const figures = form.areas.map(({ columns }) => scaleFigures(tree, table, columns, form.drawnPerArea));
  const scales = form.areas.map(({ areaId, columns }, number): AuditedScale => {
    const areas = units.map((unit) => unit?.areas[number]);
    return {
      areaId,
      answered: Array.from(figures[number]?.direct.n ?? []),
      scores: areas.map((area) => area?.cell?.score ?? null),
      items: columns.map((column, place) => ({
        itemId: form.itemIds[column] ?? '',
        answered: answeredIn(tree, table, column),
        cells: areas.map((area) => area?.items[place]?.cell ?? null),
      })),
      changes: areas.map((area) => isChangeShown(area)),
    };
  });
  return {
    minimum: snapshot.minimumGroupSize,
    isCoded: !methodsWithoutCoding.includes(snapshot.methodVersion),
    groups: tree.units.map(({ id, parentId }) => ({ id, parentId })),
    scales,
    ...(snapshot.profile ? { profile: auditedProfile(snapshot, { input, tree, form, table, figures }) } : {}),
    rosterDifferences: units.map((unit) => rosterDifference(unit, input.previous)),
  };
}

function answeredIn(tree: UnitTree, { columns, directCounts }: AnswerTable, column: number): AuditedItem['answered'] {
  return tree.units.map((_, unit) => {
    const from = (unit * columns.length + column) * countsPerItem;
    return directCounts.subarray(from, from + countsPerItem - 1).reduce((sum, count) => sum + count, 0);
  });
}

function isChangeShown(area: AreaResult | undefined): boolean {
  return area?.change ? area.change.kind !== 'not-comparable' : false;
}

/** null where only one of the two peilingen has a figure: then there is nothing to subtract. */
function rosterDifference(unit: UnitResult | undefined, previous: PreviousPeiling | undefined): number | null {
  if (unit === undefined || previous === undefined) return null;
  const before = previous.snapshot.units.find(({ sourceUnitId }) => sourceUnitId === unit.sourceUnitId);
  if (!before?.areas.some(({ cell }) => cell !== null)) return null;
  return previous.rosterDifference[unit.sourceUnitId] ?? null;
}
