/**
 * The value below which a share `probability` of sorted numbers lies, between neighbours in proportion: R's
 * `quantile` (its default, type 7). `sorted` isn't empty and goes up. Source: Hyndman & Fan (1996), American
 * Statistician 50:361.
 */
export function quantile(sorted: ArrayLike<number>, probability: number): number {
  const place = (sorted.length - 1) * probability;
  const below = Math.floor(place);
  const low = sorted[below] as number;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number;
  return low + (place - below) * (high - low);
}
