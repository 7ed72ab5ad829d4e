import type { Highs } from 'highs';
import { LinearProgramme } from './linear-programme.ts';
import type { Bounds, Term } from './linear-programme.ts';
import type { AreaPages } from './pages.ts';
import { ruledWindow, statesOf, untoldIn } from './rules-as-printed.ts';
import type { ItemState, Rest } from './rules-as-printed.ts';
import { countOf, hair, isBelow, minimum, sumsOfScores } from './sums-of-scores.ts';

/*
 * The attacker. Reads all pages of one area, knows the tree, the rules as METHOD prints them, and who answered, and hears
 * one colleague. Shares no code with the audit: one integer programme over the whole tree for the sums of scores (with the
 * second figure of the page, "who work here now", in it: a rest at an end of its window may count there as further out), one
 * linear one per item for the classes, and an integer programme per rest for everything that is known of it together.
 */

/** What was found of one target. */
export interface Found {
  readonly what: string;
  readonly people: number;
  /** In steps of the five. */
  readonly low: number;
  readonly high: number;
}

/** The colleague who tells: their answers to the items of the area (0: left open), and the unit that they are in. */
export interface Colleague {
  readonly unit: number;
  readonly answers: readonly number[];
}

export function attackArea(highs: Highs, pages: AreaPages, colleagues: readonly Colleague[]): Found[] {
  const owners = nearest(pages.parents, pages.scores);
  const rests = restsOf(pages, owners);
  const classes = pages.items.map((item) => classesOf(highs, pages, item, owners));
  const sums = sumsOfScores(highs, pages, owners, rests, classes);
  return [...rests].flatMap(([owner, rest]) => {
    const sum = sums.get(owner);
    if (sum === undefined || rest.people === 0) return [];
    const items = classes.map((one) => one.get(owner) ?? null);
    const isComplete = pages.items.every((item) => countOf(rest.units, item.answered) === rest.people);
    const told = colleagues.filter(({ unit, answers }) => rest.units.includes(unit) && answers.every((one) => one > 0));
    const at: KnownRest = { name: `unit ${owner}`, rest, sum: uncoded(pages, rest, sum, items), items, isComplete };
    return attackRest(highs, at, isComplete ? told : []);
  });
}

function nearest(parents: readonly number[], figures: readonly unknown[]): number[] {
  const owners: number[] = [];
  parents.forEach((parent, unit) => owners.push((figures[unit] ?? null) !== null ? unit : (owners[parent] ?? -1)));
  return owners;
}

function restsOf(pages: Pick<AreaPages, 'answered'>, owners: readonly number[]): ReadonlyMap<number, Rest> {
  const units = Map.groupBy(owners.keys(), (unit) => owners[unit] ?? -1);
  units.delete(-1);
  return new Map(
    [...units].map(([owner, own]) => {
      const counts = own.map((unit) => pages.answered[unit] ?? 0);
      return [owner, { units: own, people: countOf(own, pages.answered), counts }];
    }),
  );
}

function classesOf(
  highs: Highs,
  pages: AreaPages,
  item: AreaPages['items'][number],
  owners: readonly number[],
): ReadonlyMap<number, ItemState | null> {
  const rests = restsOf(item, owners);
  const told = [...rests].filter(([, rest]) => rest.people >= (pages.isCoded ? 2 * untoldIn(rest, minimum) + 1 : 1));
  const programme = new LinearProgramme(highs);
  for (const [owner, { people }] of told) {
    programme.variable(`f${owner}`, 0, people);
    programme.variable(`u${owner}`, 0, people);
    programme.within(
      [
        [1, `f${owner}`],
        [1, `u${owner}`],
      ],
      { low: 0, high: people },
    );
  }
  item.cells.forEach((cell, unit) => {
    if (cell === null) return;
    const inside = told.filter(([owner]) => isBelow(pages.parents, owner, unit));
    const people = inside.reduce((sum, [, rest]) => sum + rest.people, 0);
    const slack = pages.isCoded ? 1 : 0;
    const about = (share: number): Bounds => ({
      low: (people * (share - slack)) / 100 - hair,
      high: (people * (share + slack)) / 100 + hair,
    });
    programme.within(
      inside.map(([owner]) => [1, `f${owner}`]),
      about(cell.favourable),
    );
    programme.within(
      inside.map(([owner]) => [1, `u${owner}`]),
      about(cell.unfavourable),
    );
    programme.within(
      inside.flatMap(([owner]): Term[] => [
        [-1, `f${owner}`],
        [-1, `u${owner}`],
      ]),
      { low: about(cell.middle).low - people, high: about(cell.middle).high - people },
    );
  });
  return new Map(
    told.map(([owner, rest]) => {
      if (!item.cells.some((cell, unit) => cell !== null && isBelow(pages.parents, owner, unit))) return [owner, null];
      const above = programme.bounds([[1, `f${owner}`]]);
      const below = programme.bounds([[1, `u${owner}`]]);
      if (above === null || below === null) return [owner, null];
      return [owner, statesOf(rest, minimum, pages.isCoded, above, below)];
    }),
  );
}

/** Beyond the ends of its window a coded sum may be anything. */
function uncoded(pages: AreaPages, rest: Rest, sum: Bounds, items: readonly (ItemState | null)[]): Bounds {
  if (!pages.isCoded) return sum;
  const { low, high } = ruledWindow(rest, minimum, items);
  return {
    low: sum.low <= rest.people * low + 0.01 ? 0 : sum.low,
    high: sum.high >= rest.people * high - 0.01 ? 100 * rest.people : sum.high,
  };
}

interface KnownRest {
  readonly name: string;
  readonly rest: Rest;
  readonly sum: Bounds;
  readonly items: readonly (ItemState | null)[];
  readonly isComplete: boolean;
}

function attackRest(highs: Highs, known: KnownRest, told: readonly Colleague[]): Found[] {
  const { rest } = known;
  const groups = rest.people < minimum ? [rest.people] : smallGroups(rest.counts);
  const found = groups.flatMap((people) => target(highs, known, people, null));
  return [...found, ...told.flatMap((colleague) => (rest.people > 1 ? target(highs, known, 1, colleague) : []))];
}

/** How many people whole units of the rest can have together, under the minimum; nothing where it is one unit. */
function smallGroups(counts: readonly number[]): number[] {
  const peopled = counts.filter((count) => count > 0);
  if (peopled.length < 2) return [];
  let sums = new Set([0]);
  for (const count of peopled) sums = new Set([...sums, ...[...sums].map((sum) => sum + count)]);
  return [...sums].filter((sum) => sum > 0 && sum < minimum);
}

const answers = [1, 2, 3, 4, 5] as const;

/** Everything that is known of a rest in one integer programme: how many of the target, and of the others, gave each answer. */
function target(highs: Highs, known: KnownRest, people: number, told: Colleague | null): Found[] {
  const { rest, items, sum, isComplete, name } = known;
  const programme = new LinearProgramme(highs);
  const all = rest.people;
  const isJoint = isComplete && items.length > 0;
  const terms = items.map((item, at) => {
    const own = (who: string, count: number) => {
      const names = answers.map((answer) => programme.variable(`${who}${at}_${answer}`, 0, count, true));
      programme.within(
        names.map((one) => [1, one]),
        { low: count, high: count },
      );
      return names;
    };
    // Of an item that not everybody answered, only who did.
    const answered = item?.rest.people ?? all;
    const inTarget = Math.min(people, answered);
    const mine = own('t', inTarget);
    const others = own('o', answered - inTarget);
    const toldAnswer = told?.answers[at];
    if (toldAnswer !== undefined) programme.within([[1, others[toldAnswer - 1] ?? '']], { low: 1, high: Infinity });
    if (item) {
      const both = (some: readonly number[]): Term[] =>
        some.flatMap((answer): Term[] => [
          [1, mine[answer - 1] ?? ''],
          [1, others[answer - 1] ?? ''],
        ]);
      programme.within(both([4, 5]), item.favourable);
      programme.within(both([1, 2]), item.unfavourable);
    }
    const weighted = (names: readonly string[]) => names.map((one, place): Term => [place + 1, one]);
    return { mine: weighted(mine), all: [...weighted(mine), ...weighted(others)], isTold: item !== null, inTarget };
  });
  const inAnswers = (points: number) => items.length * (points / 25 + all);
  if (isJoint)
    programme.within(
      terms.flatMap((one) => one.all),
      { low: inAnswers(sum.low), high: inAnswers(sum.high) },
    );
  const who = told ? 'one person' : `a group of ${people}`;
  const found = terms.flatMap(({ mine, isTold, inTarget }, at): Found[] => {
    if (!isTold || inTarget < people) return [];
    const bounds = programme.bounds(mine);
    return bounds === null ? [] : [{ ...inSteps(bounds, people), what: `${name}, ${who}, item ${at}`, people }];
  });
  const onScale = isJoint
    ? programme.bounds(terms.flatMap((one) => one.mine))
    : { low: Math.max(0, sum.low - 100 * (all - people)), high: Math.min(100 * people, sum.high) };
  if (onScale === null) return found;
  const divisor = isJoint ? people * items.length : 25 * people;
  return [...found, { ...inSteps(onScale, divisor), what: `${name}, ${who}, the area`, people }];
}

const inSteps = ({ low, high }: Bounds, divisor: number) => ({ low: low / divisor, high: high / divisor });
