import type { Highs } from 'highs';
import type { CountedRest, Found } from './attack-rest.ts';
import { LinearProgramme } from './linear-programme.ts';
import type { Bounds, Term } from './linear-programme.ts';
import type { ProfilePages, ScoredPerson } from './profile-pages.ts';
import { codedSumOf, constrainClasses, isMoved } from './profile-as-printed.ts';
import { minimum } from './rules-as-printed.ts';

/*
 * An attacker who has read all pages of an area, reads the page about groups, and knows who is in which class: all of it in
 * one programme, over the people of one rest and one class each (of several questions at once: one combination of classes).
 * A target counts when the page about groups did it: what the other pages alone enclose is another attacker's.
 */

/** People of one rest who are in the same class of each question. */
export interface Cell {
  readonly name: string;
  readonly rest: number;
  readonly classes: readonly (number | null)[];
  readonly people: readonly ScoredPerson[];
}

/** As far as the page about groups tells more of them than the table does. */
export function attackProfile(highs: Highs, pages: ProfilePages, rests: readonly CountedRest[]): Found[] {
  if (pages.questions.length === 0) return [];
  const cells = cellsOf(pages, rests);
  const programme = new LinearProgramme(highs);
  for (const cell of cells) programme.variable(cell.name, 0, 100 * cell.people.length);
  rests.forEach((one, rest) => {
    const own = cells.filter((cell) => cell.rest === rest);
    programme.within(termsOf(own), one.known.sum);
    if (isMoved(one)) programme.variable(codedSumOf(rest), one.codedSum.low, one.codedSum.high);
  });
  pages.questions.forEach((question, number) => constrainClasses(programme, { pages, rests, cells }, question, number));
  return attackSets(programme, setsOf(cells, pages.questions.length), rests);
}

const termsOf = (cells: readonly Cell[]): Term[] => cells.map(({ name }) => [1, name]);

function cellsOf({ questions, people }: ProfilePages, rests: readonly CountedRest[]): Cell[] {
  const restOf = new Map(rests.flatMap(({ known }, at) => known.rest.units.map((unit) => [unit, at] as const)));
  const placed = people.flatMap((person, at) => {
    const rest = restOf.get(person.unit);
    return rest === undefined ? [] : [{ person, rest, classes: questions.map(({ classOf }) => classOf[at] ?? null) }];
  });
  const groups = Map.groupBy(placed, ({ rest, classes }) => JSON.stringify([rest, classes]));
  return [...groups.values()].flatMap((some, at): Cell[] => {
    const [first] = some;
    return first ? [{ name: `x${at}`, ...first, people: some.map(({ person }) => person) }] : [];
  });
}

/** Every cell, and in every rest all cells of one class. */
function setsOf(cells: readonly Cell[], questions: number): Cell[][] {
  const ofClasses = Array.from({ length: questions }, (_, question) => [
    ...Map.groupBy(cells, ({ rest, classes }) => JSON.stringify([rest, classes[question]])).values(),
  ]).flat();
  const all = [...cells.map((cell) => [cell]), ...ofClasses];
  return [...new Map(all.map((set) => [set.map(({ name }) => name).join(), set])).values()];
}

/** Of each set, people of one rest: those of them who are too few, and one person, for a colleague among them. */
function attackSets(
  programme: LinearProgramme,
  sets: readonly (readonly Cell[])[],
  rests: readonly CountedRest[],
): Found[] {
  const attacked = sets.flatMap((set) => {
    const known = rests[set[0]?.rest ?? -1]?.known;
    if (known === undefined) return [];
    const people = set.flatMap((cell) => cell.people);
    const outside = known.rest.people - people.length;
    const isLeft = (one: Target) => widthOf(leftFor(one, known.sum, outside)) >= leastSteps * one.few;
    return [{ set, known, people, targets: targetsIn(people).filter(isLeft) }];
  });
  // What the true sum by itself leaves open, nothing can enclose: then there is nothing to solve.
  const open = attacked.filter(({ people, targets }) =>
    targets.every((one) => widthOf(leftFor(one, trueSum(people), 0)) >= leastSteps * one.few),
  );
  const others = attacked.filter((one) => !open.includes(one));
  const bounds = programme.boundsOf(others.map(({ set }) => termsOf(set)));
  const found = (one: (typeof attacked)[number], sum: Bounds) =>
    one.targets.map((target): Found => {
      const { low, high } = leftFor(target, sum, 0);
      const who = target.told === null ? `a group of ${target.few}` : 'one person';
      const what = `${one.known.name}, ${who} of ${one.people.length} in a class, the area`;
      return { what, people: target.few, low: low / target.few, high: high / target.few };
    });
  return [
    ...open.flatMap((one) => found(one, trueSum(one.people))),
    ...others.flatMap((one, at) => {
      const sum = bounds[at] ?? null;
      if (sum === null) throw new Error(`${one.known.name}: what the attacker of groups takes for true can't be`);
      return found(one, sum);
    }),
  ];
}

function trueSum(people: readonly ScoredPerson[]): Bounds {
  const sum = people.reduce((total, { score }) => total + score, 0);
  return { low: sum, high: sum };
}

interface Target {
  readonly few: number;
  /** The score of the colleague who tells; null: nobody does. */
  readonly told: number | null;
  /** In the same set, besides both. */
  readonly others: number;
}

/** Those who are too few, or of one unit and too few; and one person for each colleague with the least or the greatest score. */
function targetsIn(people: readonly ScoredPerson[]): Target[] {
  const ofUnits = [...Map.groupBy(people, ({ unit }) => unit).values()].map(({ length }) => length);
  const groups = people.length < minimum ? [people.length] : ofUnits.filter((few) => few < minimum);
  const scores = people.map(({ score }) => score);
  const told = people.length > 1 ? [Math.min(...scores), Math.max(...scores)] : [];
  return [
    ...[...new Set(groups)].map((few) => ({ few, told: null, others: people.length - few })),
    ...[...new Set(told)].map((score) => ({ few: 1, told: score, others: people.length - 2 })),
  ];
}

const leastSteps = 2 - 1e-4;
const pointsPerStep = 25;

/** The sum of a target, in steps, where with its others, and so many more, it has this sum in points. */
function leftFor({ few, told, others }: Target, { low, high }: Bounds, more: number): Bounds {
  const own = told ?? 0;
  return {
    low: Math.max(0, low - own - 100 * (others + more)) / pointsPerStep,
    high: Math.min(100 * few, high - own) / pointsPerStep,
  };
}

const widthOf = ({ low, high }: Bounds): number => high - low;
