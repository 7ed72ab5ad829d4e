import { isEnclosed } from './audited.ts';
import type { AuditedCell, AuditedRest, AuditedTable, EnclosedTarget } from './audited.ts';
import { stepsOfGroup, stepsOfPerson } from './enclose-mean.ts';
import type { Interval } from './tree-intervals.ts';

/** Somebody who could be enclosed, by the sum of a set of people. */
export interface Target extends Pick<EnclosedTarget, 'kind' | 'people'> {
  /** In how many steps it lies if that sum lies in this range of points. */
  readonly stepsIn: (sum: Interval) => number;
}

/** People of a table: all of some cells, and a few of others. */
export interface TargetSet {
  /** Whether the rows themselves leave them open, or only what the pages of units tell of these, for they round. */
  readonly rows: 'exact' | 'rounded';
  readonly whole: readonly number[];
  readonly part: readonly { readonly cell: number; readonly few: number }[];
  readonly targets: readonly Target[];
}

/**
 * Whoever could be enclosed by classes, as far as the table, or else the pages of units, leave them open. Groups under the minimum: who is of one rest and
 * one class, or one combination of classes; of them, or of the whole rest, who is of one unit; and all people of small units together.
 * One person, for a colleague: in a cell, in one or several classes of a question in one rest, and in a class as a whole.
 *
 * @param leftByPages per rest where its sum may lie by the pages of units, in points
 */
export function targetSets(
  table: AuditedTable,
  leftByPages: readonly Interval[],
  { questions, minimum }: { readonly questions: number; readonly minimum: number },
): TargetSet[] {
  const { cells } = table;
  const byRest = Map.groupBy(cells.keys(), (at) => cells[at]?.rest ?? -1);
  const found = [...byRest].flatMap(([rest, own]) => {
    const unions = Array.from({ length: questions }, (_, question) => unionsOfClasses(own, cells, question)).flat();
    const sets = distinct([...own.map((at) => [at]), ...unions]);
    const groups = [
      ...sets.flatMap((set) => groupsIn(set, cells, minimum)),
      ...smallUnitsTogether(own, cells, minimum),
    ];
    const persons = sets.map((set): PeopleSet => ({ whole: set, part: [], targets: personIn(set, cells) }));
    const all = [...persons, ...groups.map((group) => groupSet(group, cells))];
    return asFarAsOpen(all, table.rests[rest], leftByPages[rest]);
  });
  const classes = Array.from({ length: questions }, (_, question) =>
    [...Map.groupBy(cells.keys(), (at) => cells[at]?.classes[question] ?? -1).values()].map((set): TargetSet => ({
      rows: 'exact',
      whole: set,
      part: [],
      targets: personIn(set, cells),
    })),
  ).flat();
  return [...together(found), ...classes].filter(({ targets }) => targets.length > 0);
}

type PeopleSet = Omit<TargetSet, 'rows'>;

const countOf = (set: readonly number[], cells: readonly AuditedCell[]): number =>
  set.reduce((sum, at) => sum + (cells[at]?.scores.length ?? 0), 0);

/** All cells of one class, or of several but not of all. */
function unionsOfClasses(own: readonly number[], cells: readonly AuditedCell[], question: number): number[][] {
  const classes = [...Map.groupBy(own, (at) => cells[at]?.classes[question] ?? -1).values()];
  const all = 2 ** classes.length - 1;
  return Array.from({ length: Math.max(1, all - 1) }, (_, at) =>
    classes.filter((__, place) => ((at + 1) >> place) & 1).flat(),
  );
}

/** People of each cell. */
type Group = ReadonlyMap<number, number>;

/** Of a set of cells those who are too few: all of them, or the most who are of one unit. */
function groupsIn(set: readonly number[], cells: readonly AuditedCell[], minimum: number): Group[] {
  const all = new Map(set.map((at) => [at, cells[at]?.scores.length ?? 0]));
  const ofUnits = [...peopleByUnit(set, cells).values()];
  return [all, ...ofUnits].filter((group) => sizeOf(group) < minimum);
}

function peopleByUnit(set: readonly number[], cells: readonly AuditedCell[]): ReadonlyMap<number, Map<number, number>> {
  const units = new Map<number, Map<number, number>>();
  for (const at of set) {
    for (const [unit, people] of cells[at]?.ofUnits ?? []) {
      const own = units.get(unit) ?? new Map<number, number>();
      units.set(unit, own.set(at, people));
    }
  }
  return units;
}

function smallUnitsTogether(own: readonly number[], cells: readonly AuditedCell[], minimum: number): Group[] {
  const small = [...peopleByUnit(own, cells).values()].filter((group) => sizeOf(group) < minimum);
  const all = new Map<number, number>();
  for (const [at, people] of small.flatMap((group) => [...group])) all.set(at, (all.get(at) ?? 0) + people);
  return [...small, ...(all.size > 0 && sizeOf(all) < minimum ? [all] : [])];
}

const sizeOf = (group: Group): number => [...group.values()].reduce((sum, people) => sum + people, 0);

/** A group within one cell is a part of its sum; in several, all of some and a few of others. */
function groupSet(group: Group, cells: readonly AuditedCell[]): PeopleSet {
  const few = sizeOf(group);
  const kind = 'small-group';
  const [[only = -1] = [], ...others] = group;
  if (others.length === 0) {
    const people = countOf([only], cells);
    return {
      whole: [only],
      part: [],
      targets: [{ kind, people: few, stepsIn: (sum) => stepsOfGroup(people, few, sum) }],
    };
  }
  const isWhole = ([at, people]: readonly [number, number]) => people === cells[at]?.scores.length;
  const part = [...group].filter((one) => !isWhole(one)).map(([cell, some]) => ({ cell, few: some }));
  const whole = [...group].filter(isWhole).map(([at]) => at);
  return { whole, part, targets: [{ kind, people: few, stepsIn: (sum) => stepsOfGroup(few, few, sum) }] };
}

function personIn(set: readonly number[], cells: readonly AuditedCell[]): Target[] {
  const people = countOf(set, cells);
  return people > 1 ? [{ kind: 'person', people: 1, stepsIn: (sum) => stepsOfPerson(people, sum) }] : [];
}

/** Without those whom the pages of units alone enclose: they are left to whoever looks at these. */
function asFarAsOpen(
  sets: readonly PeopleSet[],
  rest: AuditedRest | undefined,
  leftByPages: Interval | undefined,
): TargetSet[] {
  if (rest === undefined || leftByPages === undefined) return [];
  const { people, mean, range } = rest;
  const { low, high } = range ?? { low: mean, high: mean };
  const isOpenBy = (sum: Interval) => (target: Target) =>
    !isEnclosed(target.kind === 'person' ? stepsOfPerson(people, sum) : stepsOfGroup(people, target.people, sum));
  const isOpenByRow = isOpenBy({ low: people * low, high: people * high });
  const isOpenByPages = isOpenBy(leftByPages);
  return sets.flatMap((set): TargetSet[] => [
    { ...set, rows: 'exact', targets: set.targets.filter(isOpenByRow) },
    { ...set, rows: 'rounded', targets: set.targets.filter((one) => !isOpenByRow(one) && isOpenByPages(one)) },
  ]);
}

function distinct(sets: readonly (readonly number[])[]): (readonly number[])[] {
  return [...new Map(sets.map((set) => [set.toSorted((a, b) => a - b).join(), set])).values()];
}

/** The same people asked for once. */
function together(sets: readonly TargetSet[]): TargetSet[] {
  const named = Map.groupBy(sets, ({ rows, whole, part }) =>
    JSON.stringify([rows, whole.toSorted((a, b) => a - b), part.map(({ cell, few }) => [cell, few])]),
  );
  return [...named.values()].flatMap((some) => {
    const [first] = some;
    return first ? [{ ...first, targets: onceEach(some.flatMap(({ targets }) => targets)) }] : [];
  });
}

function onceEach(targets: readonly Target[]): Target[] {
  return [...new Map(targets.map((target) => [`${target.kind} ${target.people}`, target])).values()];
}
