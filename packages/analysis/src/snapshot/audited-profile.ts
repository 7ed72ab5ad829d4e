import type { AuditedCell, AuditedProfile, AuditedTable } from '@lerend/disclosure';
import type { AnswerTable } from './answer-table.ts';
import { codedFigures } from './coded-figures.ts';
import { codedItem, shownClassesOf } from './coded-items.ts';
import { bandsInOrder } from './profile-bands.ts';
import { restAt, restsIn } from './rests.ts';
import type { Rests } from './rests.ts';
import type { ScaleFigures } from './scale-figures.ts';
import type { SnapshotForm } from './snapshot-form.ts';
import type { SnapshotInput } from './snapshot-input.ts';
import type { Snapshot } from './snapshot.ts';
import type { UnitTree } from './unit-tree.ts';

/** What a snapshot was made of, as far as it is told again in the audit. */
export interface CountedAnswers {
  readonly input: SnapshotInput;
  readonly tree: UnitTree;
  readonly form: SnapshotForm;
  readonly table: AnswerTable;
  /** Per area, as answered. */
  readonly figures: readonly ScaleFigures[];
}

interface ToldQuestion {
  readonly column: number;
  readonly classes: readonly { readonly bands: readonly number[]; readonly people: number; readonly score: number }[];
}

/** Everything that is told of classes, by area; with the table while it is known who is in which class. */
export function auditedProfile({ profile = [], units, areaIds, minimumGroupSize }: Snapshot, counted: CountedAnswers) {
  const unitById = new Map(units.map((unit) => [unit.id, unit]));
  const inOrder = counted.tree.units.map(({ id }) => unitById.get(id));
  return areaIds.flatMap((areaId, number): AuditedProfile[] => {
    const areas = inOrder.map((unit) => unit?.areas[number]);
    const [whole] = areas;
    const told = profile.flatMap(({ classes }, column) => questionOn(number, column, classes ?? []));
    if (!whole?.cell || told.length === 0) return [];
    const rests = restsIn(counted.tree, (unit) => (areas[unit]?.cell ?? null) !== null, minimumGroupSize);
    const isToldOf = (item: number, unit: number) => (areas[unit]?.items[item]?.cell ?? null) !== null;
    const table = auditedTable(counted, number, rests, isToldOf, told);
    const { n: people, score } = whole.cell;
    return [
      {
        groupId: counted.tree.units[0]?.id ?? '',
        areaId,
        people,
        score,
        itemCount: counted.form.areas[number]?.columns.length ?? 0,
        questions: told.map(({ classes }) => classes.map((one) => ({ people: one.people, score: one.score }))),
        ...(table ? { table } : {}),
      },
    ];
  });
}

type ShownClasses = NonNullable<NonNullable<Snapshot['profile']>[number]['classes']>;

function questionOn(area: number, column: number, classes: ShownClasses): ToldQuestion[] {
  const told = classes.flatMap(({ bands, areas }) => {
    const cell = areas[area] ?? null;
    return cell === null ? [] : [{ bands, people: cell.n, score: cell.score }];
  });
  return told.length > 0 ? [{ column, classes: told }] : [];
}

function auditedTable(
  { input, tree, form, table, figures }: CountedAnswers,
  area: number,
  rests: Rests,
  isToldOf: (item: number, unit: number) => boolean,
  told: readonly ToldQuestion[],
): AuditedTable | null {
  const { profile, answers } = input;
  const scale = figures[area];
  if (!profile || !scale) return null;
  const items = (form.areas[area]?.columns ?? []).map((column, item) =>
    shownClassesOf(tree, codedItem(table, rests, column), (unit) => isToldOf(item, unit)),
  );
  const coded = codedFigures(tree, scale, rests, items);
  const owners = [...rests.members.keys()];
  const questions = told.map(({ column, classes }) => ({ classes, bandOf: bandsInOrder(answers, profile, column) }));
  const placeOf = new Map(owners.map((owner, place) => [owner, place]));
  const cells = new Map<string, { rest: number; classes: number[]; ofUnits: Map<number, number>; scores: number[] }>();
  scale.points.forEach((points, row) => {
    const unit = table.ownUnits.unit[row] ?? -1;
    const rest = placeOf.get(rests.owners[unit] ?? -1);
    if (Number.isNaN(points) || rest === undefined) return;
    const classes = questions.map((one) => one.classes.findIndex(({ bands }) => bands.includes(one.bandOf[row] ?? 0)));
    const name = `${rest} ${classes.join()}`;
    const own = cells.get(name) ?? { rest, classes, ofUnits: new Map<number, number>(), scores: [] };
    own.ofUnits.set(unit, (own.ofUnits.get(unit) ?? 0) + 1);
    own.scores.push(points);
    cells.set(name, own);
  });
  return {
    rests: owners.map((owner) => ({
      groupId: tree.units[owner]?.id ?? '',
      people: restAt(rests, owner, scale.direct.n).people,
      mean: coded.means.get(owner) ?? 0,
      range: coded.figures.coded?.ranges.get(owner) ?? null,
      window: coded.windows.get(owner) ?? null,
    })),
    cells: [...cells.values()].map((cell): AuditedCell => ({ ...cell, scores: cell.scores.toSorted((a, b) => a - b) })),
  };
}
