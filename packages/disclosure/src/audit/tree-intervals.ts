/** From and to, both possible. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** One sum that is known within an interval: of some leaves and of other such sums. */
export interface KnownSum {
  readonly interval: Interval;
  readonly leaves: readonly number[];
  /** Sums that stand before this one in the list. */
  readonly sums: readonly number[];
}

/**
 * What follows for each leaf from a tree of sums. Exact: every value of a returned interval is possible. Each leaf and sum
 * is a part of at most one sum; parts stand before what they are in. Where the figures contradict one another the
 * interval is that of the contradiction (low above high).
 */
export function leavesFromSums(leaves: readonly Interval[], sums: readonly KnownSum[]): readonly Interval[] {
  const leaf = leaves.map(({ low, high }) => ({ low, high }));
  const sum = sums.map(({ interval }) => ({ low: interval.low, high: interval.high }));
  const partsOf = (one: KnownSum) => [...one.leaves.map((at) => leaf[at]), ...one.sums.map((at) => sum[at])];
  const parts = sums.map((one) => partsOf(one).filter((part) => part !== undefined));
  sums.forEach((_, at) => {
    const own = sum[at];
    if (own === undefined) return;
    own.low = Math.max(
      own.low,
      (parts[at] ?? []).reduce((total, { low }) => total + low, 0),
    );
    own.high = Math.min(
      own.high,
      (parts[at] ?? []).reduce((total, { high }) => total + high, 0),
    );
  });
  for (let at = sums.length - 1; at >= 0; at--) {
    const own = sum[at];
    const inside = parts[at] ?? [];
    if (own === undefined) continue;
    const lows = inside.reduce((total, { low }) => total + low, 0);
    const highs = inside.reduce((total, { high }) => total + high, 0);
    for (const part of inside) {
      const { low, high } = part;
      part.low = Math.max(low, own.low - (highs - high));
      part.high = Math.min(high, own.high - (lows - low));
    }
  }
  return leaf;
}
