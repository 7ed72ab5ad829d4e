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
  if (highs !== null) workOut(highs, sets.filter(isClose), { profile, table, pages, minimum });
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

interface Peiling {
  readonly profile: AuditedProfile;
  readonly table: AuditedTable;
  readonly pages: PagesOfUnits;
  readonly minimum: number;
}

/** Works out how far each set can be moved, until all are open or one is known not to be: then the others don't matter. */
function workOut(highs: Highs, sets: readonly OpenSet[], { profile, table, pages, minimum }: Peiling): void {
  const knownOf = (one: AuditedTable, told: PagesOfUnits | null): Known => ({
    table: one,
    questions: questionsOf(profile, one, minimum),
    pages: told,
  });
  const byRows = Map.groupBy(sets, ({ rows }) => rows);
  const [exact, rounded] = [byRows.get('exact') ?? [], byRows.get('rounded') ?? []];
  const asTheyAre = knownOf(table, null);
  widenNearby(highs, exact, asTheyAre);
  widenInAll(highs, exact, asTheyAre);
  if (exact.some(isClose)) return;
  const asRounded = knownOf(table, pages);
  widenNearby(highs, rounded, asRounded);
  for (const [rest, own] of byRest(rounded.filter(isClose), table)) {
    for (const other of otherwiseCounted(table, rest, pages)) widenNearby(highs, own, knownOf(other, pages));
  }
  widenInAll(highs, rounded, asRounded);
}

interface Known extends Pick<ProgrammePart, 'pages'> {
  readonly table: AuditedTable;
  readonly questions: readonly PartedQuestion[];
}

/** So many other rests nearly always leave room enough. */
const mostRestsNearby = 30;

/** Rests that a page adds to this one: they round together. */
function besides(rest: number, pages: PagesOfUnits | null): readonly number[] {
  const sums = pages?.sums ?? [];
  const below = sums.find(({ leaves }) => leaves.includes(rest))?.sums ?? [];
  return below.flatMap((at) => sums[at]?.leaves ?? []).slice(0, mostRestsNearby);
}

/** Sets of one rest, with a few rests free at a time: their own, those beside it, and those of which most is known apart. */
function widenNearby(highs: Highs, sets: readonly OpenSet[], known: Known): void {
  const telling = restsWithMostCells(known.table);
  const close = [...byRest(sets.filter(isClose), known.table)];
  for (let from = 0; from < close.length; from += mostRestsNearby) {
    const some = close.slice(from, from + mostRestsNearby);
    const near = new Set([...telling, ...some.flatMap(([rest]) => [rest, ...besides(rest, known.pages)])]);
    const own = some.flatMap(([, ofRest]) => ofRest);
    for (const shareFor of sharesFor(known)) widen(highs, own, known, { isFree: (rest) => near.has(rest), shareFor });
  }
}

/** Beyond so many in one area somebody is enclosed nearly always, and to find that of each takes long. */
const mostWorkedOut = 400;

/** With all rests free: one that is close after that is enough. */
function widenInAll(highs: Highs, sets: readonly OpenSet[], known: Known): void {
  const some = sets.filter(isClose).slice(0, mostWorkedOut);
  const shares = sharesFor(known);
  for (const shareFor of shares) {
    const mayStop = shareFor === shares.at(-1);
    widen(highs, some, known, { isFree: () => true, shareFor, mayStop });
  }
}

type ShareFor = ProgrammePart['shareFor'];

/** Where classes were moved, how much was given up for how much room isn't known: as it was, and otherwise. */
function sharesFor({ questions }: Known): ShareFor[] {
  const asTaken = (share: number) => share;
  const isMoved = questions.some(({ divided }) => divided.share > 0);
  return isMoved ? [asTaken, () => 0, (share) => share / 2, (share) => (1 + share) / 2] : [asTaken];
}

interface Widening extends Omit<ProgrammePart, 'pages'> {
  /** The first that isn't open is enough. */
  readonly mayStop?: boolean;
}

function widen(highs: Highs, sets: readonly OpenSet[], known: Known, { mayStop = false, ...part }: Widening): void {
  const close = sets.filter(isClose);
  if (close.length === 0) return;
  const { table, questions, pages } = known;
  const programme = classesProgramme(table, questions, { ...part, pages });
  const sums = close.map(({ whole, part: few }) => [
    ...whole,
    ...few.map(({ cell, few: some }) =>
      programme.partOf(cell, full * some, full * ((table.cells[cell]?.scores.length ?? 0) - some)),
    ),
  ]);
  programme.solved(highs, (rangeOf) => {
    for (const [at, one] of close.entries()) {
      one.range = hull(one.range, rangeOf(sums[at] ?? []));
      if (mayStop && isClose(one)) return;
    }
  });
}

const full = 100;

/** Without sets of several rests. */
function byRest(sets: readonly OpenSet[], { cells }: AuditedTable): ReadonlyMap<number, readonly OpenSet[]> {
  const restsOf = ({ whole, part }: OpenSet) =>
    new Set([...whole, ...part.map(({ cell }) => cell)].map((cell) => cells[cell]?.rest ?? -1));
  const ofOne = sets.flatMap((one) => {
    const [rest = -1, ...others] = restsOf(one);
    return others.length > 0 ? [] : [{ rest, one }];
  });
  const grouped = Map.groupBy(ofOne, ({ rest }) => rest);
  return new Map([...grouped].map(([rest, own]) => [rest, own.map(({ one }) => one)]));
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
