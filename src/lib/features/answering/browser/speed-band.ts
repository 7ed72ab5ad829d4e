import type { SpeedBand } from '@lerend/ballot';

/**
 * Under two seconds an item nobody reads it: Huang, Curran, Keeney, Poposki & DeShon (2012), "Detecting and deterring
 * insufficient effort responding to surveys", Journal of Business and Psychology 27, 99–114.
 */
const readingMilliseconds = 2000;
const slowMilliseconds = 20_000;

/** With fewer pauses than this the middle one says nothing. */
const fewestPauses = 5;

/** How fast a questionnaire was filled in, by the middle pause between two answers; a coffee in between doesn't count. */
export function speedBand(pauses: readonly number[]): SpeedBand {
  if (pauses.length < fewestPauses) return 'unknown';
  const middle = [...pauses].sort((a, b) => a - b)[Math.floor((pauses.length - 1) / 2)] ?? 0;
  if (middle < readingMilliseconds) return 'very-fast';
  return middle > slowMilliseconds ? 'slow' : 'usual';
}
