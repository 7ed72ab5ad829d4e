/** The one seed of the example: change it and everybody gives other answers. */
const seed = 'Oosterlanden 1';

export interface Chance {
  /** From 0 to below 1. */
  readonly share: () => number;
  /** From the standard normal distribution. */
  readonly normal: () => number;
}

/** Chance that is the same every time for the same key, whatever else was drawn before it. */
export function chanceFor(...key: readonly (string | number)[]): Chance {
  let state = digest([seed, ...key].join('/'));
  const share = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  // Box and Muller; one minus a share is never 0.
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - share())) * Math.cos(2 * Math.PI * share());
  return { share, normal };
}

/** FNV-1a, 32 bits. */
function digest(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash | 0;
}
