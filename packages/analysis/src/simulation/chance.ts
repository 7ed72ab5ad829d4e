import { normalQuantile } from '@lerend/psychometrics';

/** Numbers from 0 to below 1. */
export type Chance = () => number;

/** The same numbers for the same seed (mulberry32): for simulations, never for secrets. */
export function seededChance(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const quantileCount = 65_536;
let quantiles: Float64Array | undefined;

/** Standard normal numbers, one a draw, out of a table of 65,536 quantiles: fast, and normal out to 4.3 either way. */
export function normalChance(chance: Chance): Chance {
  const table = (quantiles ??= Float64Array.from({ length: quantileCount }, (_, at) =>
    normalQuantile((at + 0.5) / quantileCount),
  ));
  return () => table[Math.floor(chance() * quantileCount)] as number;
}
