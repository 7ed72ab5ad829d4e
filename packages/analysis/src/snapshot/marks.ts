import {
  discoveryLimit,
  normalProbability,
  normalQuantile,
  studentTQuantile,
  studentTUpperTail,
} from '@lerend/psychometrics';
import { markErrorRate } from './method.ts';

/** On which side of what it is compared with something lies: only where that is more than noise and enough to matter. */
export type Mark = 'above' | 'below';

/** A difference that may be marked. In points, or in whole per cent for items. */
export interface Candidate {
  readonly difference: number;
  readonly standardError: number;
  /** Degrees of freedom of the standard error; Infinity: a normal distribution. */
  readonly freedom: number;
  /** Out of how many this one was chosen because it was the largest (Bonferroni); usually 1. */
  readonly chosenFrom: number;
}

/** What became of a candidate: its mark, and the difference up to which it would have been noise, in whole points. */
export interface Marked {
  readonly mark: Mark | null;
  readonly noise: number;
}

/**
 * Marks differences so that of all marks of one kind in a peiling at most `markErrorRate` is expected to point the
 * wrong way or to stand on nothing, whatever the number of units and areas: false discovery rate (`discoveryLimit`).
 * A mark also needs `smallest` points. Each kind has its own family (units against the one above, areas within a unit,
 * changes, items), so that the many items don't drown the areas; over all kinds together the same rate holds.
 */
export function markAll(candidates: readonly Candidate[], smallest: number): readonly Marked[] {
  const limit = discoveryLimit(candidates.map(pValue), markErrorRate);
  const quantiles = new Map<string, number>();
  const quantileFor = ({ freedom, chosenFrom }: Candidate): number => {
    const key = `${freedom} ${chosenFrom}`;
    const known = quantiles.get(key);
    if (known !== undefined) return known;
    const probability = 1 - limit / chosenFrom / 2;
    const found = isNormal(freedom) ? normalQuantile(probability) : studentTQuantile(probability, freedom);
    quantiles.set(key, found);
    return found;
  };
  return candidates.map((candidate) => {
    const { difference, standardError } = candidate;
    const isMarked = pValue(candidate) <= limit && Math.abs(difference) >= smallest;
    const noise = Math.max(smallest, Math.ceil(quantileFor(candidate) * standardError)) - 1;
    return { mark: isMarked ? (difference > 0 ? 'above' : 'below') : null, noise };
  });
}

function pValue({ difference, standardError, freedom, chosenFrom }: Candidate): number {
  const t = Math.abs(difference) / standardError;
  const tail = isNormal(freedom) ? normalProbability(-t) : studentTUpperTail(t, freedom);
  return Math.min(1, 2 * tail * chosenFrom);
}

/** From here on Student's t is the normal distribution to four digits. */
const isNormal = (freedom: number): boolean => freedom > 1e4;
