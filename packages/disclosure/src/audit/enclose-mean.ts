import type { Interval } from './tree-intervals.ts';

const full = 100;
const pointsPerStep = 25;

/** Within how many steps the mean of some people of a rest lies, if their sum of scores lies in an interval of points. */
export function stepsOfGroup(people: number, inGroup: number, sum: Interval): number {
  const high = Math.min(full, sum.high / inGroup);
  const low = Math.max(0, (sum.low - full * (people - inGroup)) / inGroup);
  return Math.max(0, high - low) / pointsPerStep;
}

/**
 * Within how many steps the score of one person lies for a colleague who knows their own; the least over whatever that
 * one can be. The interval is narrowest where the colleague's own is at an end.
 */
export function stepsOfPerson(people: number, sum: Interval): number {
  if (people < 2) return stepsOfGroup(people, people, sum);
  const lowest = Math.max(0, sum.low - full * (people - 1));
  const highest = Math.min(full, sum.high);
  const told = [lowest, highest].map((own) =>
    stepsOfGroup(people - 1, 1, { low: sum.low - own, high: sum.high - own }),
  );
  return Math.min(...told);
}
