import { divideMeans } from '../profile/coded-profile-means.ts';
import type { DividedMeans } from '../profile/coded-profile-means.ts';
import type { AuditedCell, AuditedRest, AuditedTable } from './audited.ts';
import { LinearProgramme } from './linear-programme.ts';
import type { PagesOfUnits } from './pages-of-units.ts';
import type { Term } from './linear-programme.ts';
import type { ProfilePart } from './profile-parts.ts';
import type { Interval } from './tree-intervals.ts';

const full = 100;
const halfPoint = 0.5;

/** A profile question as it is shown, who is in which part, and what was answered. */
export interface PartedQuestion {
  readonly parts: readonly ProfilePart[];
  /** Per cell the place of its part. */
  readonly partOf: readonly number[];
  /** Per part the sum of its people as they count. */
  readonly counted: readonly number[];
  /** What parts beyond an end gave up, and how the others took it. */
  readonly divided: DividedMeans;
}

/** @param partOf per cell the place of its part */
export function partedQuestion(
  { cells, rests }: AuditedTable,
  parts: readonly ProfilePart[],
  partOf: readonly number[],
): PartedQuestion {
  const inRest = Map.groupBy(cells.keys(), (at) => cells[at]?.rest ?? -1);
  const moves = rests.map(({ people, mean, range }, rest) =>
    range === null ? 0 : mean - pointsOf(inRest.get(rest) ?? [], cells) / people,
  );
  const counted = parts.map((_, place) =>
    cells.reduce((sum, { rest, scores }, cell) => {
      const move = moves[rest] ?? 0;
      return partOf[cell] === place ? sum + scores.reduce((own, score) => own + score + move, 0) : sum;
    }, 0),
  );
  const means = parts.map(({ people }, place) => ({
    rest: { people, largestSmallGroup: 0 },
    mean: Math.min(full, Math.max(0, (counted[place] ?? 0) / people)),
  }));
  return {
    parts,
    partOf,
    counted,
    divided: divideMeans(
      means,
      parts.map(({ window }) => window),
    ),
  };
}

/** Which of all that is possible a programme holds. */
export interface ProgrammePart {
  /** Whose people may have answered otherwise than they did. */
  readonly isFree: (rest: number) => boolean;
  /** How much of their room classes took, for how much of it they took. */
  readonly shareFor: (share: number) => number;
  /** What is known of rows; null: the rows themselves. */
  readonly pages: PagesOfUnits | null;
}

/**
 * All that the table and the classes of all questions tell together: the sum of every cell, in points, is a variable with the
 * cell's number. A rest has the sum of its row, or one beyond the end at which that stands. A class has
 * the sum of its people as they count, each moved by their rest's mean as it counts less the true one. It shows that, or the end of its
 * window that it lies beyond, or what it is with its part of what the others gave up (`codedProfileMeans`).
 *
 * Which rows and classes lie beyond an end, and how much of their room all took, is taken as known. An attacker doesn't know it,
 * so this finds a part of what is possible, and never more. By the scores of units a row that counts as it is may be any that they
 * leave, within its window; "who work here now" rounds the same rows once more, which isn't in it.
 */
export function classesProgramme(
  { cells, rests }: AuditedTable,
  questions: readonly PartedQuestion[],
  { isFree, shareFor, pages }: ProgrammePart,
): LinearProgramme {
  const programme = new LinearProgramme();
  for (const { scores } of cells) programme.variable(0, full * scores.length);
  const cellsIn = Map.groupBy(cells.keys(), (at) => cells[at]?.rest ?? -1);
  rests.forEach((rest, number) => {
    const own = (cellsIn.get(number) ?? []).map((cell): Term => [1, cell]);
    const isByPages = pages !== null && rest.range === null && rest.window !== null;
    if (isFree(number) && !isByPages) programme.within(own, rowOf(rest));
  });
  if (pages !== null) constrainPages(programme, pages, rests.map(rowAsItCounts));
  for (const { parts, partOf, counted, divided } of questions) {
    const classes = parts.map((part, place): CountedClass => {
      const inside = [...cells.keys()].filter((cell) => partOf[cell] === place);
      const byRest = [...Map.groupBy(inside, (cell) => cells[cell]?.rest ?? -1)];
      return { ...part, ...asTheyCount(byRest), counted: counted[place] ?? 0 };
    });
    constrainClasses(programme, classes, divided.moved > 0, shareFor(divided.share));
  }
  return programme;

  /** Of one that is free its cells, as long as it counts as it is; else a number. */
  function rowAsItCounts({ people, mean, range, window }: AuditedRest, number: number): Sum {
    if (range !== null || window === null || !isFree(number)) return { terms: [], constant: people * mean };
    const terms = (cellsIn.get(number) ?? []).map((cell): Term => [1, cell]);
    programme.within(terms, { low: people * (window.low + hair), high: people * (window.high - hair) });
    return { terms, constant: 0 };
  }

  /** The sum of people of several rests, each moved by their rest's mean as it counts less the true one. */
  function asTheyCount(byRest: readonly (readonly [number, readonly number[]])[]): Sum {
    const weights = new Map<number, number>();
    const add = (cell: number, weight: number) => weights.set(cell, (weights.get(cell) ?? 0) + weight);
    let constant = 0;
    for (const [number, own] of byRest) {
      const { people = 1, mean = 0, range = null } = rests[number] ?? {};
      const all = cellsIn.get(number) ?? [];
      const share = range === null ? 0 : countOf(own, cells) / people;
      constant += share * people * mean;
      if (isFree(number)) {
        for (const cell of own) add(cell, 1);
        if (share > 0) for (const cell of all) add(cell, -share);
      } else constant += pointsOf(own, cells) - share * pointsOf(all, cells);
    }
    return { constant, terms: [...weights].map(([cell, weight]): Term => [weight, cell]) };
  }
}

const countOf = (some: readonly number[], cells: readonly AuditedCell[]): number =>
  some.reduce((sum, cell) => sum + (cells[cell]?.scores.length ?? 0), 0);

const pointsOf = (some: readonly number[], cells: readonly AuditedCell[]): number =>
  some.reduce((sum, cell) => sum + (cells[cell]?.scores ?? []).reduce((points, score) => points + score, 0), 0);

/** Points by which a mean stays away from the ends of its window, at which it would count as beyond. */
const hair = 1e-4;

/** Every sum that a page tells, as it is rounded there. */
function constrainPages(programme: LinearProgramme, { sums }: PagesOfUnits, rows: readonly Sum[]): void {
  const totals: Sum[] = [];
  for (const { leaves, sums: below, interval } of sums) {
    const parts = [...leaves.map((rest) => rows[rest]), ...below.map((place) => totals[place])];
    const total = sumOf(...parts.flatMap((part): [number, Sum][] => (part ? [[1, part]] : [])));
    totals.push(total.terms.length > 0 ? asVariable(programme, total) : total);
    within(programme, total, interval);
  }
}

/** A variable in place of a long sum. */
function asVariable(programme: LinearProgramme, { terms, constant }: Sum): Sum {
  const total = programme.variable(0, Infinity);
  programme.within([...terms, [-1, total]], { low: 0, high: 0 });
  return { terms: [[1, total]], constant };
}

/** What the terms make, and a constant. */
interface Sum {
  readonly terms: readonly Term[];
  readonly constant: number;
}

/** A class with the sum of its people as they count, and what that is as they answered. */
interface CountedClass extends ProfilePart, Sum {
  readonly counted: number;
}

const rowOf = ({ people, mean, range }: AuditedRest): Interval => {
  const { low, high } = range ?? { low: mean, high: mean };
  return { low: people * low, high: people * high };
};

/** @param isUp whether more was given up at upper ends than at lower ones; `share`: of their room that all took */
function constrainClasses(
  programme: LinearProgramme,
  classes: readonly CountedClass[],
  isUp: boolean,
  share: number,
): void {
  const balance: Sum[] = [];
  for (const one of classes) {
    const { own, excess } = ownAndExcess(programme, one);
    const end: Sum = { terms: [], constant: one.people * (isUp ? one.window.high : one.window.low) };
    const shown = sumOf([1 - share, own], [share, end]);
    within(programme, shown, sumShown(one));
    // What it gives up, less what it takes.
    balance.push(sumOf([1, excess], [1, own], [-1, shown]));
  }
  // All together nothing; or where there isn't room enough, what nobody takes.
  const isFull = share >= 1;
  const left = { low: isFull && !isUp ? -Infinity : 0, high: isFull && isUp ? Infinity : 0 };
  within(programme, sumOf(...balance.map((sum): readonly [number, Sum] => [1, sum])), left);
}

/** Several sums, so many times each. */
function sumOf(...sums: readonly (readonly [number, Sum])[]): Sum {
  const weights = new Map<number, number>();
  let constant = 0;
  for (const [times, sum] of sums) {
    constant += times * sum.constant;
    for (const [weight, cell] of sum.terms) weights.set(cell, (weights.get(cell) ?? 0) + times * weight);
  }
  return { constant, terms: [...weights].map(([cell, weight]): Term => [weight, cell]) };
}

/** What is left of a class within its window, and what it gives up; by where it lies. */
function ownAndExcess(programme: LinearProgramme, one: CountedClass): { own: Sum; excess: Sum } {
  const { people, window, counted } = one;
  const [low, high] = [people * window.low, people * window.high];
  if (counted >= low && counted <= high) {
    within(programme, one, { low, high });
    return { own: one, excess: nothing };
  }
  const isAbove = counted > high;
  const [end, last] = isAbove ? [high, full * people] : [low, 0];
  const isPast = isAbove ? counted > last : counted < last;
  // People who were moved past the end of the scale count as at it.
  const [from, to] = isPast ? [last, isAbove ? Infinity : -Infinity] : [end, last];
  within(programme, one, { low: Math.min(from, to), high: Math.max(from, to) });
  const excess = isPast ? { terms: [], constant: last - end } : { terms: one.terms, constant: one.constant - end };
  return { own: { terms: [], constant: end }, excess };
}

const nothing: Sum = { terms: [], constant: 0 };

function within(programme: LinearProgramme, { terms, constant }: Sum, { low, high }: Interval): void {
  programme.within(terms, { low: low - constant, high: high - constant });
}

function sumShown({ people, score }: ProfilePart): Interval {
  if (score === null) return { low: -Infinity, high: Infinity };
  return { low: people * (score - halfPoint), high: people * (score + halfPoint) };
}
