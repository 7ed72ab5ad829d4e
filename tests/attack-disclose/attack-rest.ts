import type { Bounds } from './linear-programme.ts';
import { targetSum, targetSums } from './possible-sums.ts';
import type { CountedItem } from './possible-sums.ts';
import type { ItemState, Rest } from './rules-as-printed.ts';
import { minimum } from './rules-as-printed.ts';

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

/** Everything that is known of the people of one rest. */
export interface KnownRest {
  readonly name: string;
  readonly rest: Rest;
  /** Of their scores, in points. */
  readonly sum: Bounds;
  readonly items: readonly (ItemState | null)[];
  /**
   * Whether as many answered each item as have a score: then they are taken for the same people, and the score for the mean of
   * the items.
   */
  readonly isComplete: boolean;
}

/** A rest with the sum of its scores as it counts in figures; `known.sum` with what may lie beyond its ends. */
export interface CountedRest {
  readonly known: KnownRest;
  readonly codedSum: Bounds;
}

/**
 * Every group under the minimum that is made of whole units, and one person for each colleague who tells. Now and then as many
 * answered an item as have a score, and they aren't the same people; where that leads to what can't be, the attacker
 * thinks better of it.
 */
export function attackRest(known: KnownRest, colleagues: readonly Colleague[]): Found[] {
  const found = targetsOf(known, colleagues) ?? targetsOf({ ...known, isComplete: false }, colleagues);
  if (found === null) throw new Error(`${known.name}: what the attacker takes for true can't be`);
  return found;
}

/** null where the answers can't be so. */
function targetsOf(known: KnownRest, colleagues: readonly Colleague[]): Found[] | null {
  const { rest } = known;
  const groups = rest.people < minimum ? [rest.people] : smallGroups(rest.counts);
  const told = colleagues.filter(
    ({ unit, answers }) => rest.people > 1 && rest.units.includes(unit) && answers.every((one) => one > 0),
  );
  const found = [
    ...groups.flatMap((people) => target(known, people, null)),
    ...(known.isComplete ? told.flatMap((colleague) => target(known, 1, colleague)) : []),
  ];
  return found.every((one) => one !== null) ? found : null;
}

/** How many people whole units of the rest can have together, under the minimum; nothing where it is one unit. */
function smallGroups(counts: readonly number[]): number[] {
  const peopled = counts.filter((count) => count > 0);
  if (peopled.length < 2) return [];
  let sums = new Set([0]);
  for (const count of peopled) sums = new Set([...sums, ...[...sums].map((sum) => sum + count)]);
  return [...sums].filter((sum) => sum > 0 && sum < minimum);
}

/** On each item of which something is told, and on the area; null where the answers can't be so. */
function target(known: KnownRest, people: number, told: Colleague | null): (Found | null)[] {
  const { rest, items, sum, isComplete, name } = known;
  const who = told ? 'one person' : `a group of ${people}`;
  const found = (bounds: Bounds | null, divisor: number, where: string): Found | null =>
    bounds && { what: `${name}, ${who}, ${where}`, people, low: bounds.low / divisor, high: bounds.high / divisor };
  const counted = items.map((item, at): CountedItem => {
    const answered = item?.rest.people ?? rest.people;
    const answer = told?.answers[at];
    const own = { people: answered, inTarget: Math.min(people, answered), classes: item };
    return answer === undefined ? own : { ...own, told: answer };
  });
  const isJoint = isComplete && items.length > 0;
  const inAnswers = (points: number) => items.length * (points / pointsPerStep + rest.people);
  const sums = isJoint ? targetSums(counted, { low: inAnswers(sum.low), high: inAnswers(sum.high) }) : null;
  const onItems = items.flatMap((item, at): (Found | null)[] => {
    const one = counted[at];
    // Of an item that not everybody answered, only who did.
    if (item === null || one === undefined || one.inTarget < people) return [];
    return [found(sums ? (sums.items[at] ?? null) : targetSum(one), people, `item ${at}`)];
  });
  const byScores = {
    low: Math.max(0, sum.low - 100 * (rest.people - people)),
    high: Math.min(100 * people, sum.high),
  };
  const onArea = sums
    ? found(sums.all, people * items.length, 'the area')
    : found(byScores, pointsPerStep * people, 'the area');
  return [...onItems, onArea];
}

const pointsPerStep = 25;
