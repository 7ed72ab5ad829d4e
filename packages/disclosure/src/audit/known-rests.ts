import { codedClasses, mayTellClasses } from '../coding/coded-classes.ts';
import type { Classes, CodedClasses } from '../coding/coded-classes.ts';
import { inBoth, windowOfMean } from '../coding/coded-mean.ts';
import type { Window } from '../coding/coded-mean.ts';
import { restOf } from '../coding/rest.ts';
import type { Rest } from '../coding/rest.ts';
import type { ArrangedTree } from '../group-tree.ts';
import { allowedByScore } from './allowed-by-score.ts';
import type { AuditedItem, AuditedPeiling, AuditedScale } from './audited.ts';
import { leavesFromSums } from './tree-intervals.ts';
import type { Interval, KnownSum } from './tree-intervals.ts';

/** The people of whom one shown group is the nearest, and what the figures tell of them together. */
export interface KnownRest {
  readonly owner: number;
  readonly rest: Rest;
  /** Sum of the scores, in points; with what may be meant beyond the ends of its window. */
  readonly sum: Interval;
  /** The same as it counts in figures. */
  readonly codedSum: Interval;
  /** One per item of the scale; null: nothing is told. */
  readonly items: readonly (KnownClasses | null)[];
  /** Whether the same people answered all items: then the score is the mean of the items. */
  readonly isComplete: boolean;
}

export interface KnownClasses {
  readonly rest: Rest;
  /** Whether the group itself shows the item, and not only one above it. */
  readonly isShownHere: boolean;
  readonly possible: readonly Classes[];
}

/** A rounded figure, and one out of three that were rounded to add up to 100. */
const halfPoint = 0.5;
const onePerCent = 1;
/** Wide enough for the last digits of sums of thousands of people, narrow enough to be nobody. */
const hair = 1e-6;

/** What follows from everything that is shown of a scale, rest by rest. */
export function knownRests(peiling: AuditedPeiling, tree: ArrangedTree, scale: AuditedScale): KnownRest[] {
  const { isCoded } = peiling;
  const rests = restsOf(peiling, tree, scale.scores, scale.answered);
  const sums = leafIntervals(tree, rests, scale.scores, sumOfScores, 100);
  const answering = scale.items.map((item) => restsOf(peiling, tree, scale.scores, item.answered));
  const codedOf = rememberedCoding();
  const items = scale.items.map((item, at) =>
    itemRests(tree, answering[at] ?? new Map(), item, isCoded ? codedOf : null),
  );
  return [...rests].flatMap(([owner, rest]): KnownRest[] => {
    const codedSum = sums.get(owner);
    if (codedSum === undefined || rest.people === 0) return [];
    const own = items.map((one) => one.get(owner) ?? null);
    const isComplete = answering.every((one) => one.get(owner)?.people === rest.people);
    const known = { owner, rest, codedSum, isComplete };
    if (!isCoded) return [{ ...known, sum: codedSum, items: own }];
    const sum = uncoded(rest, codedSum, own);
    return [{ ...known, sum, items: isComplete ? narrowed(rest, codedSum, own) : own }];
  });
}

function restsOf(
  { minimum }: AuditedPeiling,
  tree: ArrangedTree,
  scores: AuditedScale['scores'],
  answered: readonly number[],
): ReadonlyMap<number, Rest> {
  const owners = ownersIn(tree, scores);
  const members = Map.groupBy(owners.keys(), (group) => owners[group] ?? -1);
  members.delete(-1);
  const answeredIn = (group: number) => answered[group] ?? 0;
  return new Map([...members].map(([owner, own]) => [owner, restOf(own.map(answeredIn), minimum)]));
}

const sumOfScores = (score: number, people: number): Interval => ({
  low: people * Math.max(0, score - halfPoint),
  high: people * Math.min(100, score + halfPoint),
});

/** What every score tells: a sum of rests as they count, and of the sums of groups below it. */
export function scoreSums(peiling: AuditedPeiling, tree: ArrangedTree, { answered, scores }: AuditedScale): ShownSums {
  return sumsOf(tree, restsOf(peiling, tree, scores, answered), scores, sumOfScores);
}

/** By group the nearest one from itself upwards that shows a figure. */
function ownersIn({ parents }: ArrangedTree, figures: readonly unknown[]): number[] {
  const owners: number[] = [];
  parents.forEach((parent, group) => {
    owners.push((figures[group] ?? null) !== null ? group : (owners[parent] ?? -1));
  });
  return owners;
}

/** From the figures of groups the intervals of what each rest adds to them. `most`: the most that one person can add. */
function leafIntervals<Figure>(
  tree: ArrangedTree,
  rests: ReadonlyMap<number, Rest>,
  figures: readonly (Figure | null)[],
  intervalOf: (figure: Figure, people: number) => Interval,
  most: number,
): ReadonlyMap<number, Interval> {
  const { owners, sums } = sumsOf(tree, rests, figures, intervalOf);
  const found = leavesFromSums(
    owners.map((owner) => ({ low: 0, high: most * (rests.get(owner)?.people ?? 0) })),
    sums,
  );
  return new Map(owners.map((owner, at) => [owner, found[at] ?? { low: 0, high: 0 }]));
}

/** Figures as sums of rests. */
interface ShownSums {
  /** Per leaf the owner of the rest that it is. */
  readonly owners: readonly number[];
  readonly sums: readonly KnownSum[];
}

function sumsOf<Figure>(
  tree: ArrangedTree,
  rests: ReadonlyMap<number, Rest>,
  figures: readonly (Figure | null)[],
  intervalOf: (figure: Figure, people: number) => Interval,
): ShownSums {
  const leaves = [...rests].filter(([, { people }]) => people > 0);
  const owners = ownersIn(tree, figures);
  const shown = [...owners.keys()].filter((group) => owners[group] === group).reverse();
  const place = new Map(shown.map((group, at) => [group, at]));
  const leavesOf = Map.groupBy(leaves.keys(), (at) => owners[leaves[at]?.[0] ?? -1] ?? -1);
  const sumsOf = Map.groupBy(shown, (group) => owners[tree.parents[group] ?? -1] ?? -1);
  const peopleIn = new Map<number, number>();
  const sums = shown.map((group): KnownSum => {
    const own = leavesOf.get(group) ?? [];
    const below = sumsOf.get(group) ?? [];
    const people =
      own.reduce((sum, at) => sum + (leaves[at]?.[1].people ?? 0), 0) +
      below.reduce((sum, one) => sum + (peopleIn.get(one) ?? 0), 0);
    peopleIn.set(group, people);
    const { low, high } = intervalOf(figures[group] as Figure, people);
    return {
      interval: { low: low - hair, high: high + hair },
      leaves: own,
      sums: below.flatMap((one) => place.get(one) ?? []),
    };
  });
  return { owners: leaves.map(([owner]) => owner), sums };
}

type CodedOf = typeof codedClasses;

/**
 * `codedClasses`, worked out once for the same classes of the same kind of rest: most rests of an area are alike. The classes add up
 * to the rest's people.
 */
function rememberedCoding(): CodedOf {
  const ofRests = new Map<string, Map<number, CodedClasses | null>>();
  let [last, known]: [Rest | null, Map<number, CodedClasses | null>] = [null, new Map()];
  return (rest, classes) => {
    if (rest !== last) {
      const { people, largestSmallGroup } = rest;
      const name = `${people} ${largestSmallGroup}`;
      known = ofRests.get(name) ?? new Map();
      ofRests.set(name, known);
      last = rest;
    }
    const place = classes.favourable * (rest.people + 1) + classes.unfavourable;
    let coded = known.get(place);
    if (coded === undefined) known.set(place, (coded = codedClasses(rest, classes)));
    return coded;
  };
}

/** @param codedOf null: classes are shown as they are */
function itemRests(
  tree: ArrangedTree,
  rests: ReadonlyMap<number, Rest>,
  { cells }: AuditedItem,
  codedOf: CodedOf | null,
): ReadonlyMap<number, KnownClasses> {
  const told = new Map([...rests].filter(([, rest]) => rest.people > 0 && (codedOf === null || mayTellClasses(rest))));
  const shownAbove = ownersIn(tree, cells);
  const ofClass = (name: 'favourable' | 'unfavourable') =>
    leafIntervals(
      tree,
      told,
      cells,
      (cell, people) => ({
        low: (people * Math.max(0, cell[name] - onePerCent)) / 100,
        high: (people * Math.min(100, cell[name] + onePerCent)) / 100,
      }),
      1,
    );
  const favourable = ofClass('favourable');
  const unfavourable = ofClass('unfavourable');
  return new Map(
    [...told].flatMap(([owner, rest]) => {
      const above = favourable.get(owner);
      const below = unfavourable.get(owner);
      if (shownAbove[owner] === -1 || above === undefined || below === undefined) return [];
      const possible = possibleClasses(rest, codedOf, above, below);
      return possible.length === 0
        ? []
        : [[owner, { rest, possible, isShownHere: (cells[owner] ?? null) !== null }] as const];
    }),
  );
}

/** How many counts are tried from either end of an interval, at least: enough to show that a wide one is wide. */
const fewestTriedFromEnd = 6;

/** Whole people in classes of which the figures may be made. */
function possibleClasses(rest: Rest, codedOf: CodedOf | null, above: Interval, below: Interval): Classes[] {
  const { people } = rest;
  const untold = codedOf ? Math.max(2, rest.largestSmallGroup) : 0;
  // All counts that one coded count can mean are within this.
  const triedFromEnd = Math.max(fewestTriedFromEnd, untold + 2);
  const counts = ({ low, high }: Interval) => {
    const from = Math.max(0, Math.floor(low) - untold);
    const to = Math.min(people, Math.ceil(high) + untold);
    const all = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
    return all.length <= 2 * triedFromEnd ? all : [...all.slice(0, triedFromEnd), ...all.slice(-triedFromEnd)];
  };
  const isIn = (count: number, { low, high }: Interval) => count >= low - hair && count <= high + hair;
  const againsts = counts(below);
  return counts(above).flatMap((favourable) =>
    againsts.flatMap((unfavourable): Classes[] => {
      const middle = people - favourable - unfavourable;
      if (middle < 0) return [];
      const classes = { favourable, middle, unfavourable };
      const shown = codedOf ? codedOf(rest, classes) : classes;
      return shown && isIn(shown.favourable, above) && isIn(shown.unfavourable, below) ? [classes] : [];
    }),
  );
}

function narrowed(rest: Rest, sum: Interval, items: readonly (KnownClasses | null)[]): (KnownClasses | null)[] {
  const inAnswers = (points: number) => items.length * (points / pointsPerStep + rest.people);
  const allowed = allowedByScore(
    rest,
    items.map((item) => item && item.possible),
    { low: inAnswers(sum.low), high: inAnswers(sum.high) },
  );
  return items.map((item, at) => item && { ...item, possible: allowed[at] ?? [] });
}

const pointsPerStep = 25;

/** Where a sum may lie at the end of its window, whatever lies beyond may be meant as well. */
function uncoded(rest: Rest, sum: Interval, items: readonly (KnownClasses | null)[]): Interval {
  const { people } = rest;
  const window = windowKnown(rest, items);
  if (window === null) return { low: 0, high: 100 * people };
  return {
    low: sum.low <= people * window.low + hair ? 0 : sum.low,
    high: sum.high >= people * window.high - hair ? 100 * people : sum.high,
  };
}

/**
 * The window in which the rest's mean was kept: with the classes that its own group shows, and with those that are in any
 * figure. Of the second only where they are known for sure: else the window is taken wider, and so the sum narrower.
 */
function windowKnown(rest: Rest, items: readonly (KnownClasses | null)[]): Window | null {
  const coded = items.map((item) => item && [...codedStates(item).values()]);
  const windowWith = (classes: readonly (CodedClasses | null)[]) =>
    windowOfMean(rest, classes.length > 0 ? classes : [null]);
  const here = windowWith(coded.map((states, at) => (items[at]?.isShownHere ? (states?.[0] ?? null) : null)));
  if (coded.some((states) => states !== null && states.length !== 1)) return here;
  return inBoth(here, windowWith(coded.map((states) => states?.[0] ?? null)));
}

function codedStates({ rest, possible }: KnownClasses): ReadonlyMap<string, CodedClasses> {
  const states = possible.flatMap((classes) => codedClasses(rest, classes) ?? []);
  return new Map(states.map((one) => [`${one.favourable} ${one.unfavourable}`, one]));
}
