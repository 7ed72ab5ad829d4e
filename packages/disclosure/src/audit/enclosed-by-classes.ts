import type { Highs } from 'highs';
import { isEnclosed } from './audited.ts';
import type { AuditedCell, AuditedProfile, AuditedRest, AuditedTable, EnclosedTarget } from './audited.ts';
import { classesProgramme, partedQuestion } from './classes-programme.ts';
import type { PartedQuestion, ProgrammePart } from './classes-programme.ts';
import { ExchangedSums } from './exchanged-sums.ts';
import type { PagesOfUnits } from './pages-of-units.ts';
import { partsOf } from './profile-parts.ts';
import { targetSets } from './target-sets.ts';
import type { TargetSet } from './target-sets.ts';
import type { Interval } from './tree-intervals.ts';

/**
 * What the classes of all profile questions tell together with the figures of units: of few people, and of one person, among
 * those of one rest who are in the same classes (`target-sets.ts`). It is taken that everybody has the table of which the
 * figures are made, and knows who is in which class. Whom a row of the table encloses by itself may still be open to
 * whoever has the pages, which round: for them the pages count in place of the table. Whom the pages alone enclose is left
 * to whoever looks at these.
 *
 * From cheap to dear, each only for what the one before doesn't leave open: exchanges that nobody can see (`ExchangedSums`); the
 * programme of all that is told with a few rests free, and with all of them; and where classes were moved, with other shares of what was
 * given up. Each finds a part of what is possible, so nobody is taken for open who isn't. What the solver can't tell
 * isn't open, nor what is left when one was found who is enclosed.
 *
 * @param highs null: there is no solver
 */
export function enclosedByClasses(
  profile: AuditedProfile,
  table: AuditedTable,
  pages: PagesOfUnits,
  minimum: number,
  highs: Highs | null,
): EnclosedTarget[] {
  const exchanges = new ExchangedSums(table.cells);
  const sets = targetSets(table, pages.left, { questions: profile.questions.length, minimum }).map((one): OpenSet => ({
    ...one,
    range: inExchange(exchanges, one, table.cells),
  }));
  if (highs !== null) {
    const knownOf = (one: AuditedTable, told: PagesOfUnits | null): Known => ({
      table: one,
      questions: questionsOf(profile, one, minimum),
      pages: told,
    });
    const close = Map.groupBy(sets.filter(isClose), ({ rows }) => rows);
    workOut(highs, close.get('exact') ?? [], knownOf(table, null), true);
    const rounded = close.get('rounded') ?? [];
    workOut(highs, rounded, knownOf(table, pages), false);
    for (const [rest, own] of Map.groupBy(rounded.filter(isClose), (one) => [...restsOf(one, table)][0] ?? -1)) {
      for (const other of otherwiseCounted(table, rest, pages))
        workOut(highs, own.filter(isClose), knownOf(other, pages), false);
    }
  }
  const place = { groupId: profile.groupId, areaId: profile.areaId, itemId: null };
  return sets.flatMap(({ targets, range }) =>
    targets.map(({ kind, people, stepsIn }): EnclosedTarget => ({ ...place, kind, people, steps: stepsIn(range) })),
  );
}

interface OpenSet extends TargetSet {
  /** Where its sum can lie at least, in points. */
  range: Interval;
}

const isClose = ({ targets, range }: OpenSet): boolean => targets.some(({ stepsIn }) => isEnclosed(stepsIn(range)));

/** A step more than must be left: how much further it can be moved doesn't matter. */
const wideOpen = 3;

/** Of people who are a part of their cell, also what they and the others of it can have answered instead of one another. */
function inExchange(
  exchanges: ExchangedSums,
  { whole, part, targets }: TargetSet,
  cells: readonly AuditedCell[],
): Interval {
  const own = part.map(({ cell, few }) => ({ scores: cells[cell]?.scores ?? [], few }));
  const sum = (scores: readonly number[]) => scores.reduce((points, score) => points + score, 0);
  const least = own.reduce((points, { scores, few }) => points + sum(scores.slice(0, few)), 0);
  const most = own.reduce((points, { scores, few }) => points + sum(scores.slice(-few)), 0);
  const withParts = ({ low, high }: Interval) => ({ low: low + least, high: high + most });
  const isWideOpen = (range: Interval) => targets.every(({ stepsIn }) => stepsIn(withParts(range)) >= wideOpen);
  return withParts(
    exchanges.range(
      whole,
      part.map(({ cell }) => cell),
      isWideOpen,
    ),
  );
}

/** Beyond so many in one area somebody is enclosed nearly always, and to find that of each takes long. */
const mostWorkedOut = 400;

/** So many other rests nearly always leave room enough. */
const mostRestsNearby = 30;

interface Known extends Pick<ProgrammePart, 'pages'> {
  readonly table: AuditedTable;
  readonly questions: readonly PartedQuestion[];
}

/** @param isLast nothing more is tried on these sets: one that is close at the end is enough */
function workOut(highs: Highs, sets: readonly OpenSet[], { table, questions, pages }: Known, isLast: boolean): void {
  const { cells, rests } = table;
  const some = sets.slice(0, mostWorkedOut);
  const ofOneRest = some.filter((one) => restsOf(one, table).size === 1);
  const near = new Set([...restsWithMostCells(table), ...ofOneRest.flatMap((one) => [...restsOf(one, table)])]);
  const asTaken = (share: number) => share;
  if (near.size < rests.length) widen(ofOneRest, { isFree: (rest) => near.has(rest), shareFor: asTaken, pages }, false);
  const isMoved = questions.some(({ divided }) => divided.share > 0);
  const shares = isMoved
    ? [asTaken, () => 0, (share: number) => share / 2, (share: number) => (1 + share) / 2]
    : [asTaken];
  shares.forEach((shareFor, at) => {
    widen(some.filter(isClose), { isFree: () => true, shareFor, pages }, isLast && at === shares.length - 1);
  });

  function widen(close: readonly OpenSet[], programmePart: ProgrammePart, mayStop: boolean): void {
    if (close.length === 0) return;
    const programme = classesProgramme(table, questions, programmePart);
    const sums = close.map(({ whole, part }) => [
      ...whole,
      ...part.map(({ cell, few }) =>
        programme.partOf(cell, full * few, full * ((cells[cell]?.scores.length ?? 0) - few)),
      ),
    ]);
    programme.solved(highs, (rangeOf) => {
      for (const [at, one] of close.entries()) {
        one.range = hull(one.range, rangeOf(sums[at] ?? []));
        if (mayStop && isClose(one)) return;
      }
    });
  }
}

const full = 100;

function restsOf({ whole, part }: OpenSet, { cells }: AuditedTable): ReadonlySet<number> {
  return new Set([...whole, ...part.map(({ cell }) => cell)].map((cell) => cells[cell]?.rest ?? -1));
}

/**
 * Tables that the pages of units may not tell from this one: a row that counts as it is may as well lie at an end of its window, for
 * all that is beyond, and the other way around.
 */
function otherwiseCounted(table: AuditedTable, number: number, { left }: PagesOfUnits): AuditedTable[] {
  const rest = table.rests[number];
  const may = left[number];
  if (!rest?.window || may === undefined) return [];
  const { people, mean, range, window } = rest;
  const ways: Pick<AuditedRest, 'mean' | 'range'>[] = [
    ...(range !== null ? [{ mean, range: null }] : []),
    ...(may.high > people * window.high ? [{ mean: window.high, range: { low: window.high, high: full } }] : []),
    ...(may.low < people * window.low ? [{ mean: window.low, range: { low: 0, high: window.low } }] : []),
  ];
  return ways.map((way) => ({ ...table, rests: table.rests.with(number, { ...rest, ...way }) }));
}

function restsWithMostCells({ cells }: AuditedTable): number[] {
  const cellsIn = Map.groupBy(cells, ({ rest }) => rest);
  const byCells = [...cellsIn].toSorted(([, one], [, other]) => other.length - one.length);
  return byCells.slice(0, mostRestsNearby).map(([rest]) => rest);
}

function questionsOf(profile: AuditedProfile, table: AuditedTable, minimum: number): PartedQuestion[] {
  return profile.questions.map((classes, question) => {
    const partOf = table.cells.map(({ classes: own }) => {
      const place = own[question] ?? -1;
      return place < 0 ? classes.length : place;
    });
    return partedQuestion(table, partsOf(classes, profile, minimum), partOf);
  });
}

function hull(one: Interval, other: Interval | null): Interval {
  return other === null ? one : { low: Math.min(one.low, other.low), high: Math.max(one.high, other.high) };
}
