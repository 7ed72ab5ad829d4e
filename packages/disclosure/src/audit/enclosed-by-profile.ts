import { windowWithoutItems } from '../coding/coded-mean.ts';
import type { Window } from '../coding/coded-mean.ts';
import { isEnclosed } from './audited.ts';
import type { AuditedProfile, EnclosedTarget } from './audited.ts';
import { stepsOfGroup, stepsOfPerson } from './enclose-mean.ts';
import { enclosedByClasses } from './enclosed-by-classes.ts';
import type { KnownRest } from './known-rests.ts';
import { leavesFromSums } from './tree-intervals.ts';
import type { Interval } from './tree-intervals.ts';

const halfPoint = 0.5;
const most = 100;

/**
 * What the classes of one profile question tell of a few: each class, and whoever is in none, is a sum of people of whom
 * some are of one small unit. It is taken that everybody knows who is in which class. A class that lies at the end of its
 * window may lie beyond it, and what it gave up is in the others (`codedProfileMeans`): so much more is left open there.
 * `rests`: of the same area, to lay beside the classes (`enclosedByClasses`).
 */
export function enclosedByProfile(
  profile: AuditedProfile,
  minimum: number,
  rests: readonly KnownRest[] = [],
): EnclosedTarget[] {
  const { groupId, areaId, people, score, itemCount, classes } = profile;
  const others = people - classes.reduce((sum, one) => sum + one.people, 0);
  const parts = [...classes, ...(others > 0 ? [{ people: others, score: null }] : [])];
  const smallGroup = (inPart: number) => Math.min(minimum - 1, inPart);
  const windows = parts.map((part) => {
    const rest = { people: part.people, largestSmallGroup: smallGroup(part.people) };
    return windowWithoutItems(rest, itemCount) ?? { low: most / 2, high: most / 2 };
  });
  // A mean beyond its window wasn't coded, and then nothing in this table stands for something else.
  const isCoded = parts.every(({ score: own }, at) => own === null || isWithin(own, windows[at]));
  const beyond = parts.map((part, at): Interval => {
    const window = windows[at];
    if (!isCoded || window === undefined) return { low: 0, high: 0 };
    const isAt = (end: number) => part.score === null || Math.abs(part.score - end) <= halfPoint;
    return {
      low: isAt(window.low) ? -part.people * window.low : 0,
      high: isAt(window.high) ? part.people * (most - window.high) : 0,
    };
  });
  const total = (end: keyof Interval) => beyond.reduce((sum, one) => sum + one[end], 0);
  const intervals = parts.map((part, at): Interval => {
    const own = beyond[at] ?? { low: 0, high: 0 };
    if (part.score === null) return { low: 0, high: most * part.people };
    // What others may have given up was added to this one: its true sum may be so much less, or more.
    return {
      low: part.people * (part.score - halfPoint) + own.low - (total('high') - own.high),
      high: part.people * (part.score + halfPoint) + own.high - (total('low') - own.low),
    };
  });
  const within = intervals.map(({ low, high }, at) => ({
    low: Math.max(0, low),
    high: Math.min(most * (parts[at]?.people ?? 0), high),
  }));
  const whole = { low: people * (score - halfPoint), high: people * (score + halfPoint) };
  const known = leavesFromSums(within, [{ interval: whole, leaves: [...parts.keys()], sums: [] }]);
  const alone = parts.flatMap((part, at): EnclosedTarget[] => {
    const sum = known[at];
    if (sum === undefined) return [];
    const place = { groupId, areaId, itemId: null };
    const person = { ...place, kind: 'person' as const, people: 1, steps: stepsOfPerson(part.people, sum) };
    const inGroup = largestOpenGroup(people, whole, smallGroup(part.people));
    if (inGroup === 0) return [person];
    const steps = stepsOfGroup(part.people, inGroup, sum);
    return [person, { ...place, kind: 'small-group' as const, people: inGroup, steps }];
  });
  return [...alone, ...enclosedByClasses(profile, rests, known, minimum)];
}

function isWithin(score: number, window: Window | undefined): boolean {
  return window !== undefined && score >= window.low - halfPoint && score <= window.high + halfPoint;
}

/** The most people of whom the whole by itself leaves enough open: whatever is enclosed there isn't so by the classes. */
function largestOpenGroup(people: number, whole: Interval, most: number): number {
  for (let group = most; group > 0; group--) if (!isEnclosed(stepsOfGroup(people, group, whole))) return group;
  return 0;
}
