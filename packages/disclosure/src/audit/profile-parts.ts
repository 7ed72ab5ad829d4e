import { windowWithoutItems } from '../coding/coded-mean.ts';
import type { Window } from '../coding/coded-mean.ts';
import type { AuditedProfile, ShownClass } from './audited.ts';

/** A class of one profile question, or whoever is in none. */
export interface ProfilePart {
  readonly people: number;
  /** null: of those in none. */
  readonly score: number | null;
  /** Between which means it was coded; the whole scale where it wasn't. */
  readonly window: Window;
  /** Whether its mean may have been beyond the lower, or the upper end. */
  readonly isAt: { readonly low: boolean; readonly high: boolean };
}

const halfPoint = 0.5;
const middle = 50;
const wholeScale = { low: 0, high: 100 };

/** Everybody by one question, who is in none last where there are any. */
export function partsOf(
  classes: readonly ShownClass[],
  { people, itemCount }: Pick<AuditedProfile, 'people' | 'itemCount'>,
  minimum: number,
): ProfilePart[] {
  const others = people - classes.reduce((sum, one) => sum + one.people, 0);
  const parts = [...classes, ...(others > 0 ? [{ people: others, score: null }] : [])].map((part) => {
    const rest = { people: part.people, largestSmallGroup: Math.min(minimum - 1, part.people) };
    return { ...part, window: windowWithoutItems(rest, itemCount) ?? { low: middle, high: middle } };
  });
  // A mean beyond its window wasn't coded, and then nothing in this table stands for something else.
  const isCoded = parts.every(({ score, window }) => score === null || isWithin(score, window));
  const mayBeAt = (score: number | null, end: number) =>
    isCoded && (score === null || Math.abs(score - end) <= halfPoint);
  return parts.map((part) => ({
    ...part,
    window: isCoded ? part.window : wholeScale,
    isAt: { low: mayBeAt(part.score, part.window.low), high: mayBeAt(part.score, part.window.high) },
  }));
}

function isWithin(score: number, { low, high }: Window): boolean {
  return score >= low - halfPoint && score <= high + halfPoint;
}
