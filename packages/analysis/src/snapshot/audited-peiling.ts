import type { AuditedItem, AuditedPeiling, AuditedProfile, AuditedScale } from '@lerend/disclosure';
import { answerTable, countsPerItem } from './answer-table.ts';
import type { AnswerTable } from './answer-table.ts';
import { bandsInOrder } from './profile-bands.ts';
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
 * What `auditPeiling` reads: of the answers only how many people of each unit gave one, all figures from the snapshot.
 *
 * @param input what the snapshot was made of
 */
export function auditedPeiling(input: SnapshotInput, snapshot: Snapshot): AuditedPeiling {
  const tree = unitTree(input.units);
  const form = snapshotForm(input.form);
  const table = answerTable(tree, form, input.answers);
  const unitById = new Map(snapshot.units.map((unit) => [unit.id, unit]));
  const units = tree.units.map(({ id }) => unitById.get(id));
  const points: Float64Array[] = [];
  const scales = form.areas.map(({ areaId, columns }, number): AuditedScale => {
    const areas = units.map((unit) => unit?.areas[number]);
    const { direct, points: ofPeople } = scaleFigures(tree, table, columns, form.drawnPerArea);
    points.push(ofPeople);
    return {
      areaId,
      answered: Array.from(direct.n),
      scores: areas.map((area) => area?.cell?.score ?? null),
      items: columns.map((column, place) => ({
        itemId: form.itemIds[column] ?? '',
        answered: answeredIn(tree, table, column),
        cells: areas.map((area) => area?.items[place]?.cell ?? null),
      })),
      changes: areas.map((area) => isChangeShown(area)),
    };
  });
  const { profile } = input;
  const peopleInClasses: PeopleInClasses = (question, number, classes) => {
    if (!profile) return undefined;
    const bandOf = bandsInOrder(input.answers, profile, question);
    const none = classes.length;
    const people = Array.from({ length: none + 1 }, () => tree.units.map(() => 0));
    points[number]?.forEach((score, row) => {
      const unit = table.ownUnits.unit[row] ?? -1;
      if (Number.isNaN(score) || unit < 0) return;
      const at = classes.findIndex((bands) => bands.includes(bandOf[row] ?? 0));
      const own = people[at < 0 ? none : at];
      if (own) own[unit] = (own[unit] ?? 0) + 1;
    });
    return people[none]?.some((one) => one > 0) ? people : people.slice(0, none);
  };
  return {
    minimum: snapshot.minimumGroupSize,
    isCoded: !methodsWithoutCoding.includes(snapshot.methodVersion),
    groups: tree.units.map(({ id, parentId }) => ({ id, parentId })),
    scales,
    ...(snapshot.profile ? { profile: auditedProfile(snapshot, peopleInClasses) } : {}),
    rosterDifferences: units.map((unit) => rosterDifference(unit, input.previous)),
  };
}

/** Per class the people with a score directly in each unit, those in none last; undefined where that isn't known any more. */
type PeopleInClasses = (
  question: number,
  area: number,
  classes: readonly (readonly number[])[],
) => AuditedProfile['peopleIn'];

/** Everything that is told of classes, by question and area. */
function auditedProfile(
  { profile = [], units, areaIds, form }: Snapshot,
  peopleInClasses: PeopleInClasses,
): AuditedProfile[] {
  const whole = units.find(({ depth }) => depth === 0);
  const { areas: scales } = snapshotForm(form);
  return profile.flatMap(({ classes }, question) =>
    areaIds.flatMap((areaId, number): AuditedProfile[] => {
      const cell = whole?.areas[number]?.cell ?? null;
      const shown = (classes ?? []).flatMap(({ areas }) => areas[number] ?? []);
      const bands = (classes ?? []).flatMap((one) => (one.areas[number] ? [one.bands] : []));
      if (!whole || cell === null || shown.length === 0) return [];
      const told = shown.map(({ n, score }) => ({ people: n, score }));
      const itemCount = scales[number]?.columns.length ?? 0;
      const peopleIn = peopleInClasses(question, number, bands);
      const one = { groupId: whole.id, areaId, people: cell.n, score: cell.score, itemCount, classes: told };
      return [peopleIn ? { ...one, peopleIn } : one];
    }),
  );
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
