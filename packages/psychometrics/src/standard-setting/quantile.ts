import { defined, notDefined } from '../figure.ts';
import type { Figure } from '../figure.ts';

/**
 * The quantile at `share` (0–1) by linear interpolation between ordered values: type 7 of Hyndman & Fan (1996), The
 * American Statistician 50:361, which is R's and spreadsheets' own. Undefined without values.
 */
export function quantile(values: readonly number[], share: number): Figure {
  if (values.length === 0) return notDefined('noAnswers');
  const ordered = [...values].sort((a, b) => a - b);
  const place = (ordered.length - 1) * share;
  const below = ordered[Math.floor(place)] ?? 0;
  const above = ordered[Math.ceil(place)] ?? below;
  return defined(below + (place - Math.floor(place)) * (above - below));
}
