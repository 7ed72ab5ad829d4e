export interface Measurement {
  readonly task: string;
  readonly value: number;
  readonly unit: string;
  /** What was promised; without it the line only informs. */
  readonly atMost?: number;
  readonly atLeast?: number;
  readonly peer?: number;
  /** How it was measured, where the name doesn't say it all. */
  readonly note?: string;
}

export const peerName = 'the most used open-source survey tool';

let failed = 0;

/** Prints one measurement as a line of JSON. */
export function print({ task, value, unit, atMost, atLeast, peer, note }: Measurement): void {
  const bound = atMost !== undefined ? `≤ ${atMost}` : atLeast !== undefined ? `≥ ${atLeast}` : null;
  const ok = bound === null ? null : value <= (atMost ?? Infinity) && value >= (atLeast ?? -Infinity);
  if (ok === false) failed += 1;
  const rounded = Number(value.toPrecision(4));
  console.log(
    JSON.stringify({
      task,
      value: rounded,
      unit,
      // The same once more under the name by which other programs read a time.
      ...(unit === 's' ? { seconds: rounded } : {}),
      bound,
      ok,
      peer: peer === undefined ? null : { name: peerName, value: peer },
      ...(note ? { note } : {}),
    }),
  );
}

/** How many lines so far missed what was promised. */
export const missed = (): number => failed;

/** The value below which `share` (0 to 1) of the values lie, by the nearest rank; NaN without values. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}
