import type { AuditedCell, AuditedRest, AuditedTable } from './audited.ts';
import { LinearProgramme } from './linear-programme.ts';
import type { Term } from './linear-programme.ts';
import type { ProfilePart } from './profile-parts.ts';
import type { Interval } from './tree-intervals.ts';

const full = 100;
const halfPoint = 0.5;

/** A profile question as it is shown, and who is in which part. */
export interface PartedQuestion {
  readonly parts: readonly ProfilePart[];
  /** Per cell the place of its part. */
  readonly partOf: readonly number[];
}

/**
 * All that the table and the classes of all questions tell together: the sum of every cell, in points, is a variable with the
 * cell's number. A rest has the sum of its row, or one beyond the end at which that stands. A class has the sum of its people as
 * they count (each moved by its rest's mean as it counts less the true one), which is what it shows, or was moved to the end
 * of its window: then the other classes took what it gave up (`codedProfileMeans`). How they divided it is left open.
 *
 * Two ways to make it less dear, which find a part of what is possible: without moved classes (`withMoved`) there are no whole
 * numbers in it, and of rests that aren't free it is taken that everybody answered as they did.
 */
export function classesProgramme(
  { cells, rests }: AuditedTable,
  questions: readonly PartedQuestion[],
  { withMoved, isFree }: { readonly withMoved: boolean; readonly isFree: (rest: number) => boolean },
): LinearProgramme {
  const programme = new LinearProgramme();
  for (const { people } of cells) programme.variable(0, full * people);
  const cellsIn = Map.groupBy(cells.keys(), (at) => cells[at]?.rest ?? -1);
  rests.forEach((rest, number) => {
    if (isFree(number)) programme.within(ones(cellsIn.get(number) ?? []), sumOf(rest));
  });
  for (const { parts, partOf } of questions) {
    const classes = parts.map((part, place) => {
      const inside = [...cells.keys()].filter((cell) => partOf[cell] === place);
      const byRest = [...Map.groupBy(inside, (cell) => cells[cell]?.rest ?? -1)];
      return { ...part, ...asTheyCount(byRest) };
    });
    if (withMoved && classes.some(isAtEnd)) constrainMoved(programme, classes);
    else for (const one of classes) constrainUnmoved(programme, one);
  }
  return programme;

  /** The sum of people of several rests, each moved by their rest's mean as it counts less the true one. */
  function asTheyCount(byRest: readonly (readonly [number, readonly number[]])[]): CountedSum {
    const weights = new Map<number, number>();
    const add = (cell: number, weight: number) => weights.set(cell, (weights.get(cell) ?? 0) + weight);
    let constant = 0;
    for (const [number, own] of byRest) {
      const { people = 1, mean = 0, range = null } = rests[number] ?? {};
      const all = cellsIn.get(number) ?? [];
      const share = range === null ? 0 : sumIn(cells, own, 'people') / people;
      constant += share * people * mean;
      if (isFree(number)) {
        for (const cell of own) add(cell, 1);
        if (share > 0) for (const cell of all) add(cell, -share);
      } else constant += sumIn(cells, own, 'points') - share * sumIn(cells, all, 'points');
    }
    return { constant, terms: [...weights].map(([cell, weight]): Term => [weight, cell]) };
  }
}

const sumIn = (cells: readonly AuditedCell[], some: readonly number[], of: 'people' | 'points'): number =>
  some.reduce((sum, cell) => sum + (cells[cell]?.[of] ?? 0), 0);

const isAtEnd = ({ isAt }: ProfilePart): boolean => isAt.low || isAt.high;

/** What the terms make, and a constant. */
interface CountedSum {
  readonly terms: readonly Term[];
  readonly constant: number;
}

/** A class with the sum of its people as they count. */
type CountedClass = ProfilePart & CountedSum;

const ones = (variables: readonly number[]): Term[] => variables.map((one) => [1, one]);

const sumOf = ({ people, mean, range }: AuditedRest): Interval =>
  range === null ? { low: people * mean, high: people * mean } : { low: people * range.low, high: people * range.high };

/** Terms that with the constant of their class lie in a range. */
function within(
  programme: LinearProgramme,
  { constant }: CountedClass,
  terms: readonly Term[],
  { low, high }: Interval,
) {
  programme.within(terms, { low: low - constant, high: high - constant });
}

function constrainUnmoved(programme: LinearProgramme, one: CountedClass): void {
  within(programme, one, one.terms, sumShown(one));
  if (isAtEnd(one)) within(programme, one, one.terms, windowSum(one));
}

/** Classes of which one or more may have given up what lay beyond its end, all together in one direction. */
function constrainMoved(programme: LinearProgramme, parts: readonly CountedClass[]): void {
  const all = full * parts.reduce((sum, { people }) => sum + people, 0);
  const isUpwards = programme.variable(0, 1, true);
  const given: Term[] = [];
  const taken: Term[] = [];
  for (const part of parts) {
    const most = full * part.people;
    const { excess, kept } = keptInWindow(programme, part);
    const take = programme.variable(-most, most);
    programme.within(
      [
        [1, take],
        [-most, isUpwards],
      ],
      { low: -most, high: 0 },
    );
    const shown: Term[] = [...kept, [1, take]];
    within(programme, part, shown, sumShown(part));
    within(programme, part, shown, windowSum(part));
    given.push([1, excess]);
    taken.push([-1, take]);
  }
  programme.within([...given, [-all, isUpwards]], { low: -all, high: 0 });
  // Where none of them has room left, what is given up may be taken by nobody.
  const isFull = (end: 'low' | 'high') => parts.every(({ isAt }) => isAt[end]);
  programme.within([...given, ...taken], { low: isFull('low') ? -Infinity : 0, high: isFull('high') ? Infinity : 0 });
}

/** What a class gives up (below 0: at its lower end), and what is left of its sum. */
function keptInWindow(programme: LinearProgramme, part: CountedClass): { excess: number; kept: Term[] } {
  const { people, isAt, terms } = part;
  const all = full * people;
  const { low, high } = windowSum(part);
  const [least, most] = [isAt.low ? -low : 0, isAt.high ? all - high : 0];
  const excess = programme.variable(least, most);
  const [down, up] = [yesOrNo(programme, isAt.low), yesOrNo(programme, isAt.high)];
  programme.within(
    [
      [1, down],
      [1, up],
    ],
    { low: 0, high: 1 },
  );
  programme.within(
    [
      [1, excess],
      [-most, up],
    ],
    { low: -Infinity, high: 0 },
  );
  programme.within(
    [
      [1, excess],
      [-least, down],
    ],
    { low: 0, high: Infinity },
  );
  // People who were moved past the end of the scale count as at it: then all that lies beyond the window is given up.
  const [under, isUnder] = past(programme, isAt.low, all);
  const [over, isOver] = past(programme, isAt.high, all);
  programme.within(
    [
      [1, excess],
      [most - least, isUnder],
    ],
    { low: -Infinity, high: most },
  );
  programme.within(
    [
      [1, excess],
      [least - most, isOver],
    ],
    { low: least, high: Infinity },
  );
  const kept: Term[] = [...terms, [-1, excess], [1, under], [-1, over]];
  within(programme, part, kept, { low, high });
  // Only at an end is anything given up.
  within(programme, part, [...kept, [low - high, up]], { low, high: Infinity });
  within(programme, part, [...kept, [high - low, down]], { low: -Infinity, high });
  return { excess, kept };
}

function yesOrNo(programme: LinearProgramme, mayBe: boolean): number {
  return programme.variable(0, mayBe ? 1 : 0, true);
}

/** How far a sum is past the end of the scale, and whether it is. */
function past(programme: LinearProgramme, mayBe: boolean, most: number): readonly [number, number] {
  const [by, is] = [programme.variable(0, mayBe ? most : 0), yesOrNo(programme, mayBe)];
  programme.within(
    [
      [1, by],
      [-most, is],
    ],
    { low: -Infinity, high: 0 },
  );
  return [by, is];
}

const windowSum = ({ people, window }: ProfilePart): Interval => ({
  low: people * window.low,
  high: people * window.high,
});

function sumShown({ people, score }: ProfilePart): Interval {
  if (score === null) return { low: -Infinity, high: Infinity };
  return { low: people * (score - halfPoint), high: people * (score + halfPoint) };
}
