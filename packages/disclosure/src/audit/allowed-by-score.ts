import { codedClasses } from '../coding/coded-classes.ts';
import type { Classes } from '../coding/coded-classes.ts';
import { mostByColleague, roomOfAnswers } from '../coding/coded-mean.ts';
import type { Rest } from '../coding/rest.ts';
import type { Interval } from './tree-intervals.ts';

/** How far classes let the sum of the answers go in one direction, and whether they are at that end. */
interface Reach {
  readonly most: number;
  readonly isAtEnd: boolean;
}

/**
 * Of the classes that an item may have, those with which the coded score can be what it is: it never lies outside the window
 * that the classes leave it (`windowOfMean`), so a score tells of the classes too.
 *
 * @param possible per item; null: no classes are told of it anywhere
 * @param total    the sum of the answers to all items, as coded
 */
export function allowedByScore(
  rest: Rest,
  possible: readonly (readonly Classes[] | null)[],
  total: Interval,
): (readonly Classes[] | null)[] {
  const isUp = reachable(rest, possible, total.low, upwards);
  // Downwards is upwards with every answer x as 6 − x.
  const turned = 6 * rest.people * possible.length - total.high;
  const isDown = reachable(rest, possible, turned, downwards);
  return possible.map((some, at) => some && some.filter((_, one) => isUp(at, one) && isDown(at, one)));
}

function upwards(rest: Rest, classes: Classes): Reach {
  const coded = codedClasses(rest, classes);
  return { most: coded?.highest ?? 5 * rest.people, isAtEnd: coded?.isTop ?? true };
}

function downwards(rest: Rest, classes: Classes): Reach {
  const coded = codedClasses(rest, classes);
  return { most: 6 * rest.people - (coded?.lowest ?? rest.people), isAtEnd: coded?.isBottom ?? true };
}

/** Whether the score can be as high as it is, with classes number `one` of item number `at`. */
function reachable(
  rest: Rest,
  possible: readonly (readonly Classes[] | null)[],
  atLeast: number,
  reachOf: (rest: Rest, classes: Classes) => Reach,
): (at: number, one: number) => boolean {
  const ceiling = 5 * rest.people - roomOfAnswers(rest);
  const items = possible.map((some) => {
    const reaches = some?.map((classes) => reachOf(rest, classes)) ?? [{ most: 5 * rest.people, isAtEnd: true }];
    const inside = reaches.filter(({ isAtEnd }) => !isAtEnd).map(({ most }) => Math.min(most, ceiling));
    return { reaches, inside: Math.max(-Infinity, ...inside), canBeAtEnd: reaches.some(({ isAtEnd }) => isAtEnd) };
  });
  return (at, one) => {
    const own = items[at]?.reaches[one];
    if (own === undefined) return false;
    const others = items.filter((_, other) => other !== at);
    const most = Math.min(own.most, ceiling);
    const room = own.isAtEnd ? 0 : mostByColleague;
    const withAnEnd = others.reduce(
      (sum, { inside, canBeAtEnd }) => sum + Math.max(inside - mostByColleague, canBeAtEnd ? ceiling : -Infinity),
      most - room,
    );
    const withoutAny = own.isAtEnd ? -Infinity : others.reduce((sum, { inside }) => sum + inside, most);
    return Math.max(withAnEnd, withoutAny) >= atLeast - hair;
  };
}
const hair = 1e-4;
