import { isEnclosed } from './audited.ts';
import type { AuditedProfile, EnclosedTarget, ShownClass } from './audited.ts';
import { stepsOfGroup, stepsOfPerson } from './enclose-mean.ts';
import { partsOf } from './profile-parts.ts';
import { leavesFromSums } from './tree-intervals.ts';
import type { Interval } from './tree-intervals.ts';

const halfPoint = 0.5;
const most = 100;

/**
 * What the classes of each profile question tell of a few by themselves: each class, and whoever is in none, is a sum of people of
 * whom some are of one small unit. A class that lies at the end of its window may lie beyond it, and what it gave up is in the
 * others (`codedProfileMeans`): so much more is left open there.
 */
export function enclosedByProfile(profile: AuditedProfile, minimum: number): EnclosedTarget[] {
  return profile.questions.flatMap((classes) => enclosedByQuestion(classes, profile, minimum));
}

function enclosedByQuestion(
  classes: readonly ShownClass[],
  profile: AuditedProfile,
  minimum: number,
): EnclosedTarget[] {
  const { groupId, areaId, people, score } = profile;
  const smallGroup = (inPart: number) => Math.min(minimum - 1, inPart);
  const parts = partsOf(classes, profile, minimum);
  const beyond = parts.map(({ people: own, window, isAt }): Interval => ({
    low: isAt.low ? -own * window.low : 0,
    high: isAt.high ? own * (most - window.high) : 0,
  }));
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
  return parts.flatMap((part, at): EnclosedTarget[] => {
    const sum = known[at];
    if (sum === undefined) return [];
    const place = { groupId, areaId, itemId: null };
    const person = { ...place, kind: 'person' as const, people: 1, steps: stepsOfPerson(part.people, sum) };
    const inGroup = largestOpenGroup(people, whole, smallGroup(part.people));
    if (inGroup === 0) return [person];
    const steps = stepsOfGroup(part.people, inGroup, sum);
    return [person, { ...place, kind: 'small-group' as const, people: inGroup, steps }];
  });
}

/** The most people of whom the whole by itself leaves enough open: whatever is enclosed there isn't so by the classes. */
function largestOpenGroup(people: number, whole: Interval, most: number): number {
  for (let group = most; group > 0; group--) if (!isEnclosed(stepsOfGroup(people, group, whole))) return group;
  return 0;
}
