/** A source of chance: the next number, from 0 up to (not including) 1. */
export type Random = () => number;

/**
 * A source of chance that gives the same numbers for the same seed, on every machine: mulberry32.
 * For resampling only (2³² different numbers, no secrets). Source: T. Ettinger (2017), public domain.
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
