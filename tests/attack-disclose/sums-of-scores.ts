import type { Highs } from 'highs';
import { LinearProgramme } from './linear-programme.ts';
import type { Bounds, Term } from './linear-programme.ts';
import { addedUp } from './pages.ts';
import type { AreaPages } from './pages.ts';
import { countOf } from './rests.ts';
import { hair, leastWindow, minimum } from './rules-as-printed.ts';
import type { ItemState, Rest } from './rules-as-printed.ts';

const halfPoint = 0.5;
/** With fewer, a rest counts in "who work here now" as it is shown. */
const fewestRestsSeenTogether = 5;

/** What the scores and "who work here now" of all pages leave of the sum of each rest, as coded. */
export function sumsOfScores(
  highs: Highs,
  pages: AreaPages,
  owners: readonly number[],
  rests: ReadonlyMap<number, Rest>,
  classes: readonly ReadonlyMap<number, ItemState | null>[],
): ReadonlyMap<number, Bounds> {
  const programme = new LinearProgramme(highs);
  const peopled = [...rests].filter(([, { people }]) => people > 0);
  for (const [owner, { people }] of peopled) programme.variable(`y${owner}`, 0, 100 * people);
  // Of fewer rests nothing is likely: then they count as they are.
  const mayLieOut = peopled.length >= fewestRestsSeenTogether;
  if (mayLieOut) {
    for (const [owner, rest] of peopled) mayLieFurtherOut(programme, pages, classes, owner, rest);
  }
  const people = addedUp(pages.parents, pages.answered);
  pages.scores.forEach((score, unit) => {
    if (score === null) return;
    const inside = peopled.filter(([owner]) => isBelow(pages.parents, owner, unit));
    programme.within(
      inside.map(([owner]) => [1, `y${owner}`]),
      aboutPoints(score, people[unit] ?? 0),
    );
    const now = pages.now[unit] ?? null;
    if (now === null) return;
    const weights = headsWeights(pages, owners, rests, unit);
    const terms = peopled.flatMap(([owner, rest]): Term[] => {
      const weight = weights.get(owner) ?? 0;
      const share = weight / rest.people;
      if (weight === 0) return [];
      const further: Term[] = [
        [share, `up${owner}`],
        [-share, `down${owner}`],
      ];
      return [[share, `y${owner}`], ...(mayLieOut ? further : [])];
    });
    programme.within(terms, aboutPoints(now, 1));
  });
  const found = programme.boundsOf(peopled.map(([owner]) => [[1, `y${owner}`]]));
  return new Map(
    peopled.map(([owner], at) => {
      const own = found[at] ?? null;
      if (own === null) throw new Error(`the pages on ${pages.areaId} aren't what the rules make of any answers`);
      return [owner, own];
    }),
  );
}

/**
 * In "who work here now" a rest counts as what is likely of it: its coded sum, or, where that stands at an end of its window,
 * something from there outwards.
 */
function mayLieFurtherOut(
  programme: LinearProgramme,
  pages: AreaPages,
  classes: readonly ReadonlyMap<number, ItemState | null>[],
  owner: number,
  rest: Rest,
): void {
  const most = 100 * rest.people;
  const items = classes.map((one) => one.get(owner) ?? null);
  const here = items.map((item, at) => ((pages.items[at]?.cells[owner] ?? null) === null ? null : item));
  const end = leastWindow(rest, minimum, [items, here]);
  for (const side of ['up', 'down'] as const) {
    const [out, isAtEnd] = [`${side}${owner}`, `${side}End${owner}`];
    programme.variable(out, 0, most);
    programme.variable(isAtEnd, 0, 1, true);
    programme.within(
      [
        [1, out],
        [-most, isAtEnd],
      ],
      { low: -Infinity, high: 0 },
    );
    // At an end: not further in than that, and together within the scale.
    if (side === 'up') {
      programme.within(
        [
          [1, `y${owner}`],
          [-rest.people * end.high, isAtEnd],
        ],
        { low: -hair, high: Infinity },
      );
      programme.within(
        [
          [1, `y${owner}`],
          [1, out],
        ],
        { low: 0, high: most + hair },
      );
    } else {
      programme.within(
        [
          [1, `y${owner}`],
          [most - rest.people * end.low, isAtEnd],
        ],
        { low: -Infinity, high: most + hair },
      );
      programme.within(
        [
          [1, `y${owner}`],
          [-1, out],
        ],
        { low: -hair, high: Infinity },
      );
    }
  }
}

const aboutPoints = (points: number, people: number): Bounds => ({
  low: people * (points - halfPoint) - hair,
  high: people * (points + halfPoint) + hair,
});

export function isBelow(parents: readonly number[], unit: number, top: number): boolean {
  return unit === top || (unit >= 0 && isBelow(parents, parents[unit] ?? -1, top));
}

/** How much each rest counts in "who work here now" of a unit: parts by heads, the unit's own rest as one of them. */
function headsWeights(
  pages: AreaPages,
  owners: readonly number[],
  rests: ReadonlyMap<number, Rest>,
  top: number,
): ReadonlyMap<number, number> {
  const weights = new Map<number, number>();
  const headsBelow = addedUp(pages.parents, pages.heads);
  const visit = (unit: number, weight: number) => {
    const below = [...rests.keys()].filter((one) => one !== unit && owners[pages.parents[one] ?? -1] === unit);
    const own = rests.get(unit);
    const restHeads = (own?.people ?? 0) > 0 ? countOf(own?.units ?? [], pages.heads) : 0;
    const all = below.reduce((sum, one) => sum + (headsBelow[one] ?? 0), restHeads);
    if (restHeads > 0) weights.set(unit, (weight * restHeads) / all);
    for (const one of below) visit(one, (weight * (headsBelow[one] ?? 0)) / all);
  };
  visit(top, 1);
  return weights;
}
