import { millsRatio, normalDensity, normalProbability } from './normal.ts';

/** From and to. */
export interface ValueRange {
  readonly low: number;
  readonly high: number;
}

export interface TruncatedNormal {
  /** The natural logarithm of the chance that the value lies in the range. */
  readonly logProbability: number;
  /** Given that it does. */
  readonly mean: number;
  readonly variance: number;
}

/**
 * A normal value of which only a range is known: how likely that is, and its mean and variance given the range.
 * Exact also where the range lies so far in a tail that its chance is too small for a number.
 *
 * `variance` above 0, `low` under `high`, both finite; else a RangeError. Source: Johnson, Kotz & Balakrishnan (1994),
 * Continuous Univariate Distributions 1, section 10.1.
 */
export function truncatedNormal(mean: number, variance: number, { low, high }: ValueRange): TruncatedNormal {
  if (!(variance > 0 && low < high && Number.isFinite(low) && Number.isFinite(high)))
    throw new RangeError('a range has two finite ends in order, and a normal value a variance above 0');
  const sd = Math.sqrt(variance);
  const [from, to] = [(low - mean) / sd, (high - mean) / sd];
  // So narrow that the density is nearly straight in it, where the formulas would subtract what is nearly equal: the first
  // terms of their series in the width and in the slope over it.
  const [width, middle] = [to - from, (from + to) / 2];
  const slope = width * middle;
  if (width * Math.max(1, Math.abs(middle)) < narrowest) {
    return {
      logProbability: Math.log(width) - middle ** 2 / 2 - logRootTwoPi + bent(slope ** 2, width ** 2),
      mean: (low + high) / 2 - (sd * slope * width * (1 - slope ** 2 / 60)) / 12,
      variance: ((high - low) ** 2 / 12) * (1 - slope ** 2 / 20 - width ** 2 / 30),
    };
  }
  if (to <= 0) {
    const turned = truncatedNormal(-mean, variance, { low: -high, high: -low });
    return { ...turned, mean: -turned.mean };
  }
  // In a tail all is taken relative to the density at `from`, so that nothing underflows.
  const isTail = from > 0;
  const atFrom = isTail ? 1 : normalDensity(from);
  const atTo = isTail ? Math.exp((from - to) * (from + to) * 0.5) : normalDensity(to);
  const area = isTail ? millsRatio(from) - millsRatio(to) * atTo : normalProbability(to) - normalProbability(from);
  const away = (atFrom - atTo) / area;
  const share = 1 + (from * atFrom - to * atTo) / area - away * away;
  return {
    logProbability: Math.log(area) - (isTail ? from * from * 0.5 + logRootTwoPi : 0),
    mean: Math.min(high, Math.max(low, mean + sd * away)),
    variance: variance * Math.min(1, Math.max(0, share)),
  };
}

/** The logarithm of how much more than width × density in the middle lies in a narrow range. */
function bent(slope: number, width: number): number {
  return (slope - width) / 24 - (slope ** 2 + 4 * slope * width - 2 * width ** 2) / 2880;
}

const narrowest = 5e-2;
const logRootTwoPi = Math.log(2 * Math.PI) / 2;
