import type { RandomBytes } from '@lerend/ballot';

/**
 * How long a sealed ballot waits before it leaves, in milliseconds: long enough that a few others come in between on a
 * busy day, short enough to be seen leaving by who waits for it. On the last day it may not wait for the door to close.
 */
const bounds = { usual: [15_000, 240_000], lastDay: [3_000, 20_000] } as const;

/** A moment between the bounds, each equally likely. `day` and `closesOn` as `2026-11-23`. */
export function drawMoment(
  { day, closesOn }: { readonly day: string; readonly closesOn: string },
  randomBytes: RandomBytes,
): number {
  const [shortest, longest] = day >= closesOn ? bounds.lastDay : bounds.usual;
  const word = new DataView(randomBytes(4).buffer).getUint32(0);
  return Math.round(shortest + (longest - shortest) * (word / 2 ** 32));
}
