import { codedMean, windowWithoutItems } from '../coding/coded-mean.ts';
import type { Window } from '../coding/coded-mean.ts';
import type { Rest } from '../coding/rest.ts';

/** The mean of one class of a profile question, before and after it is coded. */
export interface ClassMean {
  readonly rest: Rest;
  /** 0–100. */
  readonly mean: number;
}

/** What classes give up at the ends of their windows, and how the others take it. */
export interface DividedMeans {
  /** Each within its window, before anything is taken. */
  readonly coded: readonly number[];
  /** What all of them give up together, in points of people; below 0: at their lower ends. */
  readonly moved: number;
  /** How much of their room, towards the end in question, all of them take: 0 to 1; 1 where there isn't enough, or none. */
  readonly share: number;
}

/** @param windows of each class; null: its mean counts as the middle of the scale */
export function divideMeans(classes: readonly ClassMean[], windows: readonly (Window | null)[]): DividedMeans {
  const coded = classes.map(({ mean }, at) => codedMean(mean, windows[at] ?? null));
  const moved = classes.reduce((sum, { rest, mean }, at) => sum + rest.people * (mean - (coded[at] ?? mean)), 0);
  const room = classes.reduce((sum, { rest }, at) => sum + rest.people * roomOf(coded[at] ?? 0, windows[at], moved), 0);
  return { coded, moved, share: moved === 0 ? 0 : room > 0 ? Math.min(1, Math.abs(moved) / room) : 1 };
}

function roomOf(coded: number, window: Window | null | undefined, moved: number): number {
  if (!window) return 0;
  return moved > 0 ? window.high - coded : coded - window.low;
}

/**
 * The means of the classes as they count: each within the window of its people (`windowWithoutItems`), and
 * together what they were. What one class gives up, the others take, in proportion to their room: the whole is known from the
 * figures of units, so a class that was moved alone would be found by taking the others off it. Where there isn't room
 * enough the whole stays a little off, and then none of them is exact.
 */
export function codedProfileMeans(classes: readonly ClassMean[], itemCount: number): readonly number[] {
  const windows = classes.map(({ rest }) => windowWithoutItems(rest, itemCount));
  const { coded, moved, share } = divideMeans(classes, windows);
  return coded.map((own, at) => own + Math.sign(moved) * share * roomOf(own, windows[at], moved));
}
