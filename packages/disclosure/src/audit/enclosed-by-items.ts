import { isEnclosed } from './audited.ts';
import type { AuditedPeiling, AuditedScale, EnclosedTarget } from './audited.ts';
import { stepsOfGroupOnArea, stepsOfPersonOnArea } from './enclose-area.ts';
import type { AreaItem } from './enclose-area.ts';
import {
  fitsWhateverIsTold,
  stepsOfGroupsAnswer,
  stepsOfPersonsAnswer,
  sumsForColleague,
  sumsOf,
} from './enclose-item.ts';
import type { KnownItem } from './enclose-item.ts';
import type { KnownClasses, KnownRest } from './known-rests.ts';
import type { Interval } from './tree-intervals.ts';

const pointsPerStep = 25;
/** Of one answer, from 1 to 5. */
const steps = 4;

type Place = Pick<EnclosedTarget, 'groupId' | 'areaId'>;

/**
 * What the classes of the items tell of a rest, together with its score: on each item, and on the area as a whole. Where the
 * same people answered the area and all its items, the score is the sum of the items, so that whoever knows how far the
 * others can go knows more of the one.
 */
export function enclosedByItems(
  known: KnownRest,
  peiling: AuditedPeiling,
  scale: AuditedScale,
  place: Place,
): EnclosedTarget[] {
  if (known.items.every((item) => item === null)) return [];
  const { people } = known.rest;
  const sums = known.items.map((item) => (item ? sumsOf(item.possible) : { low: people, high: 5 * people }));
  const forColleague = known.items.map((item) =>
    item ? sumsForColleague(item.possible) : { low: people + steps, high: 5 * people - steps },
  );
  const total = totalOf(known);
  const targets = known.items.flatMap((item, at): EnclosedTarget[] => {
    if (item === null) return [];
    const own = { ...place, itemId: scale.items[at]?.itemId ?? '' };
    return targetsOn(item, peiling.minimum, own, (isColleague) =>
      leftFor(at, sums, isColleague ? forColleague : sums, total),
    );
  });
  return total === null ? targets : [...targets, ...onTheArea(known, peiling, place, sums, total)];
}

/** The sum of all answers to all items of the scale; null where not the same people answered each. */
function totalOf({ rest, sum, items, isComplete }: KnownRest): Interval | null {
  if (!isComplete) return null;
  const inAnswers = (points: number) => items.length * (points / pointsPerStep + rest.people);
  return { low: inAnswers(sum.low), high: inAnswers(sum.high) };
}

/** What the sum of one item can be, given the sum of all and how far those of the others can go. */
function leftFor(at: number, sums: readonly Interval[], others: readonly Interval[], total: Interval | null): Interval {
  const own = sums[at] ?? { low: 0, high: 0 };
  if (total === null) return own;
  const rest = others.filter((_, other) => other !== at);
  const least = rest.reduce((sum, { low }) => sum + low, 0);
  const most = rest.reduce((sum, { high }) => sum + high, 0);
  return { low: Math.min(own.high, total.low - most), high: Math.max(own.low, total.high - least) };
}

function targetsOn(
  item: KnownClasses,
  minimum: number,
  place: Omit<EnclosedTarget, 'kind' | 'people' | 'steps'>,
  sumWith: (isColleague: boolean) => Interval,
): EnclosedTarget[] {
  const { people } = item.rest;
  const { possible } = item;
  const inGroup = smallGroupIn(item, minimum);
  const person = stepsOfPersonsAnswer({ possible, sum: sumWith(true) });
  const group = inGroup > 0 ? stepsOfGroupsAnswer({ possible, sum: sumWith(false) }, inGroup) : 0;
  return [
    ...(people > 1 ? [{ ...place, kind: 'person' as const, people: 1, steps: Math.min(person, steps) }] : []),
    ...(inGroup > 0 ? [{ ...place, kind: 'small-group' as const, people: inGroup, steps: group }] : []),
  ];
}

function smallGroupIn({ rest }: Pick<KnownClasses, 'rest'>, minimum: number): number {
  return rest.people < minimum ? rest.people : rest.largestSmallGroup;
}

/** Where the quick look finds too little, and people are so few that it may be so, it is worked out in whole answers. */
const mostPeopleForExact = 40;

/**
 * On the mean over the items: one way in which the items can have had their sums, each about as far between its ends, is
 * mostly enough to show that the mean can lie so far apart. Items are answered one by one, so the widths of all are averaged.
 */
function onTheArea(
  { rest, items }: KnownRest,
  { minimum, isCoded }: AuditedPeiling,
  place: Place,
  sums: readonly Interval[],
  total: Interval,
): EnclosedTarget[] {
  const { people } = rest;
  const inner = isCoded ? 2 * Math.max(3, rest.largestSmallGroup) : 0;
  const ends = sums.map(({ low, high }) => ({
    low: Math.max(low, people + inner),
    high: Math.min(high, 5 * people - inner),
  }));
  const low = ends.reduce((sum, one) => sum + one.low, 0);
  const high = ends.reduce((sum, one) => sum + one.high, 0);
  const middle = Math.min(high, Math.max(low, (total.low + total.high) / 2));
  const found = dividedOver(ends, middle, high > low ? (middle - low) / (high - low) : 0);
  const known = items.map((item, at): KnownItem => {
    const sum = found[at] ?? 0;
    return { possible: item?.possible ?? everyClass(people), sum: { low: sum, high: sum } };
  });
  const exact = items.map((item): AreaItem => ({ possible: item && item.possible }));
  const mean = (of: (item: KnownItem) => number) => known.reduce((sum, one) => sum + of(one), 0) / known.length;
  const stepsBy = (quick: number, exactly: () => number) =>
    isEnclosed(quick) && people <= mostPeopleForExact ? exactly() : quick;
  const own = { ...place, itemId: null };
  const inGroup = smallGroupIn({ rest }, minimum);
  const targets: EnclosedTarget[] = [];
  if (people > 1) {
    const quick = mean((item) => (fitsWhateverIsTold(item) ? stepsOfPersonsAnswer(item) : 0));
    const steps = stepsBy(quick, () => stepsOfPersonOnArea(exact, people, total));
    targets.push({ ...own, kind: 'person', people: 1, steps });
  }
  if (inGroup > 0) {
    const quick = mean((item) => stepsOfGroupsAnswer(item, inGroup));
    const steps = stepsBy(quick, () => stepsOfGroupOnArea(exact, people, inGroup, total));
    targets.push({ ...own, kind: 'small-group', people: inGroup, steps });
  }
  return targets;
}

/** Whole sums that together make up `total`, each about `share` of the way between its ends. */
function dividedOver(ends: readonly Interval[], total: number, share: number): number[] {
  const sums = ends.map(({ low, high }) => Math.floor(low + share * (high - low)));
  let left = Math.round(total) - sums.reduce((sum, one) => sum + one, 0);
  return sums.map((sum, at) => {
    const more = Math.min(left, Math.max(0, (ends[at]?.high ?? sum) - sum));
    left -= more;
    return sum + more;
  });
}

/** Of an item of which nothing is told: any of these, and more. */
function everyClass(people: number): { favourable: number; middle: number; unfavourable: number }[] {
  const half = Math.floor(people / 2);
  return [
    { favourable: half, middle: people - 2 * half, unfavourable: half },
    { favourable: people, middle: 0, unfavourable: 0 },
    { favourable: 0, middle: 0, unfavourable: people },
    { favourable: half, middle: people - half, unfavourable: 0 },
    { favourable: 0, middle: people - half, unfavourable: half },
  ];
}
