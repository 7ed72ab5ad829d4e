const ROOM = 0.06;

/** A domain that holds all values with a little room on both sides; one value alone gets half a point either side. */
export function aroundAll(values: readonly number[]): [number, number] {
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (!Number.isFinite(low) || !Number.isFinite(high)) return [0, 1];
  if (low === high) return [low - 0.5, high + 0.5];
  const room = (high - low) * ROOM;
  return [low - room, high + room];
}
