import type { Highs } from 'highs';
import { LinearProgramme } from './linear-programme.ts';
import type { Bounds, Term } from './linear-programme.ts';
import type { AreaPages } from './pages.ts';
import type { CountedRest } from './attack-rest.ts';
import { countOf, nearest, restsOf } from './rests.ts';
import { hair, minimum, ruledWindow, statesOf, untoldIn } from './rules-as-printed.ts';
import type { ItemState, Rest } from './rules-as-printed.ts';
import { isBelow, sumsOfScores } from './sums-of-scores.ts';

/*
 * The attacker. Reads all pages of one area, knows the tree, the rules as METHOD prints them, and who answered, and hears
 * one colleague. Shares no code with the audit: one integer programme over the whole tree for the sums of scores (with the
 * second figure of the page, "who work here now", in it: a rest at an end of its window may count there as further out), one
 * linear one per item for the classes, and per rest all ways to answer that fit everything that is known of it together.
 */

/** What all pages of an area tell of each rest. */
export function restsKnown(highs: Highs, pages: AreaPages): CountedRest[] {
  const owners = nearest(pages.parents, pages.scores);
  const rests = restsOf(pages.answered, owners);
  const classes = pages.items.map((item) => classesOf(highs, pages, item, owners));
  const sums = sumsOfScores(highs, pages, owners, rests, classes);
  return [...rests].flatMap(([owner, rest]): CountedRest[] => {
    const codedSum = sums.get(owner);
    if (codedSum === undefined || rest.people === 0) return [];
    const items = classes.map((one) => one.get(owner) ?? null);
    const isComplete = pages.items.every((item) => countOf(rest.units, item.answered) === rest.people);
    const sum = uncoded(pages, rest, codedSum, items);
    return [{ codedSum, known: { name: `unit ${owner}`, rest, sum, items, isComplete } }];
  });
}

function classesOf(
  highs: Highs,
  pages: AreaPages,
  item: AreaPages['items'][number],
  owners: readonly number[],
): ReadonlyMap<number, ItemState | null> {
  const rests = restsOf(item.answered, owners);
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
  const isTold = (owner: number) =>
    item.cells.some((cell, unit) => cell !== null && isBelow(pages.parents, owner, unit));
  const asked = told.filter(([owner]) => isTold(owner)).flatMap(([owner]) => [`f${owner}`, `u${owner}`]);
  const bounds = programme.boundsOf(asked.map((name) => [[1, name]]));
  const boundsOf = new Map(asked.map((name, at) => [name, bounds[at] ?? null]));
  return new Map(
    told.map(([owner, rest]) => {
      const [above, below] = [boundsOf.get(`f${owner}`) ?? null, boundsOf.get(`u${owner}`) ?? null];
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
