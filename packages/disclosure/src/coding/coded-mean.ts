import type { CodedClasses } from './coded-classes.ts';
import type { Rest } from './rest.ts';

/** Answers go from 1 to 5, scores from 0 to 100: a step is 25 points. */
const pointsPerStep = 25;
const steps = 4;

/** Between which a rest's mean score may lie in the figures, in points of 0–100; null: nothing may be told of it. */
export interface Window {
  readonly low: number;
  readonly high: number;
}

/** Steps that the sum of a rest's answers to one item keeps from its ends: two for each of three people, or of a small group. */
export function roomOfAnswers({ largestSmallGroup }: Rest): number {
  return 2 * Math.max(3, largestSmallGroup);
}

/**
 * How far out a rest's mean score may be shown, given what is shown of the items that it is the mean of.
 *
 * Of people alone: a sum that lies six steps from either end leaves, also when one colleague takes their own answer off
 * it, two steps for every other person; and 2t steps leave two for the mean of a group of t in it. For five people that
 * is 30 … 70, for ten 15 … 85, for thirty 5 … 95.
 *
 * Where classes of the items are shown as well, the score lies within what these leave. Of an item with nearly
 * everyone in one class (or without classes) the score must not tell that all its answers lie at the end: so the others are
 * given the room of one colleague's answers.
 *
 * @param items per item of the scale what is shown of its classes; null: nothing
 */
export function windowOfMean(rest: Rest, items: readonly (CodedClasses | null)[]): Window | null {
  const fromEnd = roomOfAnswers(rest);
  if (rest.people * steps <= 2 * fromEnd || items.length === 0) return null;
  const inner = fromEnd / rest.people;
  const ceilings = items.map((item) => Math.min(item ? item.highest / item.people : 5, 5 - inner));
  const floors = items.map((item) => Math.max(item ? item.lowest / item.people : 1, 1 + inner));
  const high = mean(ceilings) - colleaguesRoom(rest, items, (item) => item === null || item.isTop);
  const low = mean(floors) + colleaguesRoom(rest, items, (item) => item === null || item.isBottom);
  return low > high ? null : { low: inPoints(low), high: inPoints(high) };
}

/** The same where nothing is shown of the scale's items. */
export function windowWithoutItems(rest: Rest, itemCount: number): Window | null {
  return windowOfMean(
    rest,
    Array.from({ length: itemCount }, () => null),
  );
}

/**
 * By so much one person's answer can lower what the classes of an item leave at most, where not nearly everyone is in the
 * favourable class: a 1 in place of a 3, of somebody who may be the only unfavourable one.
 */
export const mostByColleague = 2;

function colleaguesRoom(
  { people }: Rest,
  items: readonly (CodedClasses | null)[],
  isAtEnd: (item: CodedClasses | null) => boolean,
): number {
  const others = items.filter((item) => !isAtEnd(item)).length;
  return others < items.length ? (mostByColleague * others) / items.length / people : 0;
}

/** What two windows both allow; null where either allows nothing, or there is nothing in both. */
export function inBoth(one: Window | null, other: Window | null): Window | null {
  if (one === null || other === null) return null;
  const [low, high] = [Math.max(one.low, other.low), Math.min(one.high, other.high)];
  return low > high ? null : { low, high };
}

/**
 * A rest's mean score as it counts in every figure: itself, or the nearest end of its window. Where nothing may be
 * told: the middle of the scale, the same for everyone.
 */
export function codedMean(score: number, window: Window | null): number {
  if (window === null) return (steps / 2) * pointsPerStep;
  return Math.min(window.high, Math.max(window.low, score));
}

/**
 * What a coded mean tells of the mean that it stands for: null where it is that mean, else the range in which it lies. At an
 * end of its window that is from there to the end of the scale; where the window leaves one value, or there is none, the whole scale.
 * A function of the coded table (the mean, and what is shown of the items): whatever is made of it tells no more.
 *
 * A mean that lies at the end itself isn't told apart from those beyond, whatever its last digits are.
 */
export function rangeTold(coded: number, window: Window | null): Window | null {
  const all = { low: 0, high: steps * pointsPerStep };
  if (window === null || window.high - window.low <= lastDigits) return all;
  if (coded >= window.high - lastDigits) return { low: window.high, high: all.high };
  if (coded <= window.low + lastDigits) return { low: all.low, high: window.low };
  return null;
}

/** Points. Means of answers lie further apart, up to a million people; what adding in another order does lies far below. */
const lastDigits = 1e-6;

/**
 * The window of a part of a scale (the items that a smaller form asks), so that neither the part nor what is left of the
 * scale tells more than its own window allows: whoever has both means has that of the other items too.
 *
 * @param whole the coded mean of the whole scale, and of how many items
 */
export function windowOfPart(
  whole: { readonly score: number; readonly items: number },
  part: { readonly window: Window | null; readonly items: number },
  others: Window | null,
): Window | null {
  if (others === null) return null;
  const left = whole.items - part.items;
  const low = (whole.items * whole.score - left * others.high) / part.items;
  const high = (whole.items * whole.score - left * others.low) / part.items;
  return inBoth(part.window, { low, high });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0) / values.length;
}

function inPoints(answer: number): number {
  return (answer - 1) * pointsPerStep;
}
