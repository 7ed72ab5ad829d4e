import { codedMean, windowWithoutItems } from '../coding/coded-mean.ts';
import type { Rest } from '../coding/rest.ts';

/** The mean of one class of a profile question, before and after it is coded. */
export interface ClassMean {
  readonly rest: Rest;
  /** 0–100. */
  readonly mean: number;
}

/**
 * The means of the classes as they count: each within the window of its people (`windowWithoutItems`), and
 * together what they were. What one class gives up, the others take, in proportion to their room: the whole is known from the
 * figures of units, so a class that was moved alone would be found by taking the others off it. Where there isn't room
 * enough the whole stays a little off, and then none of them is exact.
 */
export function codedProfileMeans(classes: readonly ClassMean[], itemCount: number): readonly number[] {
  const windows = classes.map(({ rest }) => windowWithoutItems(rest, itemCount));
  const coded = classes.map(({ mean }, at) => codedMean(mean, windows[at] ?? null));
  const moved = classes.reduce((sum, { rest, mean }, at) => sum + rest.people * (mean - (coded[at] ?? mean)), 0);
  if (moved === 0) return coded;
  const roomOf = (at: number): number => {
    const window = windows[at] ?? null;
    const own = coded[at] ?? 0;
    if (window === null) return 0;
    return (classes[at]?.rest.people ?? 0) * (moved > 0 ? window.high - own : own - window.low);
  };
  const rooms = classes.map((_, at) => roomOf(at));
  const room = rooms.reduce((sum, one) => sum + one, 0);
  const share = room > 0 ? Math.min(1, Math.abs(moved) / room) : 0;
  return coded.map(
    (own, at) => own + (Math.sign(moved) * share * (rooms[at] ?? 0)) / Math.max(1, classes[at]?.rest.people ?? 0),
  );
}
