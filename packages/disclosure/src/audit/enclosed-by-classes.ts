import type { Highs } from 'highs';
import { isEnclosed } from './audited.ts';
import type { AuditedCell, AuditedProfile, AuditedTable, EnclosedTarget } from './audited.ts';
import { classesProgramme } from './classes-programme.ts';
import type { PartedQuestion } from './classes-programme.ts';
import { stepsOfGroup, stepsOfPerson } from './enclose-mean.ts';
import { ExchangedSums } from './exchanged-sums.ts';
import { partsOf } from './profile-parts.ts';
import type { Interval } from './tree-intervals.ts';

/**
 * What the classes of all profile questions tell together with the figures of units: of the people of one rest who are in one
 * class, or in the same class of every question. It is taken that everybody has the table of which the figures are made, and
 * knows who is in which class. What the table alone encloses is left to whoever looks at that.
 *
 * From cheap to dear, each only for what the one before doesn't leave open: exchanges that nobody can see (`ExchangedSums`); the
 * programme of all that is told with a few rests free and no class moved; and that programme as it is. The first two
 * start from what was answered, which only saves work: they find a part of what the last one finds. What the solver can't tell
 * isn't open.
 */
export function enclosedByClasses(
  profile: AuditedProfile,
  table: AuditedTable,
  minimum: number,
  highs: Highs,
): EnclosedTarget[] {
  const exchanges = new ExchangedSums(table.cells);
  const questions = questionsOf(profile, table, minimum);
  const tellingRests = restsWithMostCells(table);
  const sets = setsOf(table.cells, profile.questions.length).flatMap((set): AuditedSet[] => {
    const targets = targetsIn(set, table, minimum);
    if (targets.length === 0) return [];
    return [{ set, targets, range: exchanges.range(set, (range) => isWideOpen(targets, range)) }];
  });
  const restOf = (set: readonly number[]) => table.cells[set[0] ?? -1]?.rest ?? -1;
  const nearby = widened(sets, (close) => {
    const free = new Set([...tellingRests, ...close.map(restOf)]);
    const part = { withMoved: false, isFree: (rest: number) => free.has(rest) };
    return classesProgramme(table, questions, part).rangesOf(highs, close);
  });
  const all = widened(nearby, (close) =>
    classesProgramme(table, questions, { withMoved: true, isFree: () => true }).rangesOf(highs, close),
  );
  const place = { groupId: profile.groupId, areaId: profile.areaId, itemId: null };
  return all.flatMap(({ targets, range }) =>
    targets.map(({ stepsIn, ...who }): EnclosedTarget => ({ ...place, ...who, steps: stepsIn(range) })),
  );
}

interface AuditedSet {
  /** Places of cells of one rest. */
  readonly set: readonly number[];
  readonly targets: readonly Target[];
  /** Where its sum can lie at least, in points. */
  readonly range: Interval;
}

/** The ranges of sets in which anybody is enclosed, with what else is found possible. */
function widened(
  sets: readonly AuditedSet[],
  rangesOf: (sets: readonly (readonly number[])[]) => readonly (Interval | null)[],
): readonly AuditedSet[] {
  const close = sets.filter(({ targets, range }) => targets.some(({ stepsIn }) => isEnclosed(stepsIn(range))));
  if (close.length === 0) return sets;
  const found = rangesOf(close.map(({ set }) => set));
  const rangeOf = new Map(close.map((one, at) => [one, hull(one.range, found[at] ?? null)]));
  return sets.map((one) => ({ ...one, range: rangeOf.get(one) ?? one.range }));
}

/** A step more than must be left: how much further it can be moved doesn't matter. */
const wideOpen = 3;

const isWideOpen = (targets: readonly Target[], range: Interval): boolean =>
  targets.every(({ stepsIn }) => stepsIn(range) >= wideOpen);

/** So many other rests nearly always leave room enough. */
const mostRestsNearby = 30;

function restsWithMostCells({ cells }: AuditedTable): number[] {
  const cellsIn = Map.groupBy(cells, ({ rest }) => rest);
  const byCells = [...cellsIn].toSorted(([, one], [, other]) => other.length - one.length);
  return byCells.slice(0, mostRestsNearby).map(([rest]) => rest);
}

/** Every cell, and in every rest all cells of one class. */
function setsOf(cells: readonly AuditedCell[], questions: number): number[][] {
  const ofClasses = Array.from({ length: questions }, (_, question) => [
    ...Map.groupBy(cells.keys(), (at) => `${cells[at]?.rest} ${cells[at]?.classes[question]}`).values(),
  ]).flat();
  const all = [...[...cells.keys()].map((at) => [at]), ...ofClasses];
  return [...new Map(all.map((set) => [set.join(), set])).values()];
}

interface Target extends Pick<EnclosedTarget, 'kind' | 'people'> {
  /** In how many steps it lies if the set's sum lies in this range. */
  readonly stepsIn: (sum: Interval) => number;
}

/** Of a set: one person, and the most people who are too few, all of them or of one unit. As far as the table leaves them open. */
function targetsIn(set: readonly number[], { cells, rests }: AuditedTable, minimum: number): Target[] {
  const own = set.flatMap((at) => cells[at] ?? []);
  const people = own.reduce((sum, cell) => sum + cell.people, 0);
  const rest = rests[own[0]?.rest ?? -1];
  if (rest === undefined) return [];
  const tooFew = own.flatMap(({ ofUnits }) => ofUnits).filter((one) => one < minimum);
  const few = people < minimum ? people : Math.max(0, ...tooFew);
  const { low, high } = rest.range ?? { low: rest.mean, high: rest.mean };
  const sumOfRest = { low: rest.people * low, high: rest.people * high };
  const targets: Target[] = [];
  if (people > 1 && !isEnclosed(stepsOfPerson(rest.people, sumOfRest)))
    targets.push({ kind: 'person', people: 1, stepsIn: (sum) => stepsOfPerson(people, sum) });
  if (few > 0 && !isEnclosed(stepsOfGroup(rest.people, few, sumOfRest)))
    targets.push({ kind: 'small-group', people: few, stepsIn: (sum) => stepsOfGroup(people, few, sum) });
  return targets;
}

function questionsOf(profile: AuditedProfile, { cells }: AuditedTable, minimum: number): PartedQuestion[] {
  return profile.questions.map((classes, question) => {
    const placeOf = ({ classes: own }: AuditedCell) => own[question] ?? -1;
    return {
      parts: partsOf(classes, profile, minimum),
      partOf: cells.map((cell) => (placeOf(cell) < 0 ? classes.length : placeOf(cell))),
    };
  });
}

function hull(one: Interval, other: Interval | null): Interval {
  return other === null ? one : { low: Math.min(one.low, other.low), high: Math.max(one.high, other.high) };
}
